#include "pipeline/crawl/schedule.h"

#include <gtest/gtest.h>

namespace acta {
namespace {

constexpr int64_t kNow = 1'700'000'000;

TEST(Schedule, FeedsAdaptToTheirChanges) {
  UrlState state{UrlKind::kFeed, 0, 0};
  Plan plan = NextVisit(state, {.changed = true}, kNow);
  EXPECT_EQ(plan.interval_s, 3600);
  EXPECT_EQ(plan.next_at, kNow + 3600);
  state.interval_s = plan.interval_s;
  EXPECT_EQ(NextVisit(state, {.changed = true}, kNow).interval_s, 2880);
  EXPECT_EQ(NextVisit(state, {.changed = false}, kNow).interval_s, 5400);
}

TEST(Schedule, IntervalsStayWithinTheirBounds) {
  for (bool changed : {false, true}) {
    UrlState state{UrlKind::kFeed, 0, 0};
    for (int i = 0; i < 100; ++i) state.interval_s = NextVisit(state, {.changed = changed}, kNow).interval_s;
    EXPECT_EQ(state.interval_s, changed ? 900 : 7 * 86400);
  }
}

TEST(Schedule, AFailedFeedWaitsLongerAndIsForgiven) {
  UrlState state{UrlKind::kFeed, 3600, 0};
  int64_t waits[] = {3600, 7200, 14400};
  for (int64_t wait : waits) {
    Plan plan = NextVisit(state, {.error = "timeout"}, kNow);
    EXPECT_EQ(plan.next_at, kNow + wait);
    EXPECT_EQ(plan.interval_s, 3600);
    state.failures = plan.failures;
  }
  state.failures = 1000;
  EXPECT_EQ(NextVisit(state, {.error = "http_404"}, kNow).next_at, kNow + 7 * 86400);  // never given up
  EXPECT_EQ(NextVisit(state, {}, kNow).failures, 0);
}

TEST(Schedule, ServersMayAskForMoreTime) {
  UrlState state{UrlKind::kFeed, 3600, 0};
  EXPECT_EQ(NextVisit(state, {.error = "http_429", .retry_after_s = 90'000}, kNow).next_at, kNow + 90'000);
  EXPECT_EQ(NextVisit(state, {.changed = true, .fresh_for_s = 7200}, kNow).next_at, kNow + 7200);
}

TEST(Schedule, PagesAreAskedOnce) {
  UrlState page{UrlKind::kPage, 0, 0};
  EXPECT_EQ(NextVisit(page, {}, kNow).next_at, Plan::kNever);
  for (const char* gone : {"http_404", "http_410", "robots_disallowed", "too_large", "private_address"}) {
    EXPECT_EQ(NextVisit(page, {.error = gone}, kNow).next_at, Plan::kNever) << gone;
  }
}

TEST(Schedule, FailedPagesHaveThreeAttempts) {
  UrlState page{UrlKind::kPage, 0, 0};
  Plan plan = NextVisit(page, {.error = "timeout"}, kNow);
  EXPECT_EQ(plan.next_at, kNow + 3600);
  page.failures = plan.failures;
  plan = NextVisit(page, {.error = "timeout"}, kNow);
  EXPECT_EQ(plan.next_at, kNow + 7200);
  page.failures = plan.failures;
  EXPECT_EQ(NextVisit(page, {.error = "timeout"}, kNow).next_at, Plan::kNever);
}

TEST(Schedule, WhatWasNotAskedIsNoFailure) {
  UrlState page{UrlKind::kPage, 0, 2};
  EXPECT_EQ(NextVisit(page, {.error = "cancelled"}, kNow).next_at, kNow);
  Plan plan = NextVisit(page, {.error = "host_backoff", .retry_after_s = 50'000}, kNow);
  EXPECT_EQ(plan.failures, 2);
  EXPECT_EQ(plan.next_at, kNow + 50'000);
}

TEST(Schedule, MaxAge) {
  EXPECT_EQ(MaxAgeSeconds("public, max-age=600"), 600);
  EXPECT_EQ(MaxAgeSeconds("Max-Age=99999999"), 86400);
  for (const char* none : {"", "no-store, max-age=600", "max-age=", "max-age=-5", "max-age=x"})
    EXPECT_EQ(MaxAgeSeconds(none), 0) << none;
}

}  // namespace
}  // namespace acta
