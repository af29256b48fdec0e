// Pages written for tests: small, whole, in the manner of government portals.
#pragma once

#include <string>

namespace acta {

inline std::string VietnamesePage(int n = 1) {
  const std::string number = std::to_string(n);
  return "<!DOCTYPE html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>UBND tỉnh giao ban lần " +
         number +
         "</title><meta property=\"article:published_time\" "
         "content=\"2025-09-05T08:00:00+07:00\"></head><body>"
         "<nav><a href=\"/\">Trang chủ</a> <a href=\"/tin\">Tin tức</a></nav><article><h1>UBND tỉnh giao ban "
         "lần " +
         number +
         "</h1><p>Sáng 5/9, đồng chí Trần Văn Bình, Chủ tịch UBND tỉnh, chủ trì cuộc họp giao ban lần " +
         number +
         " về cải cách hành chính và chuyển đổi số trên địa bàn tỉnh.</p>"
         "<p>Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Chủ tịch UBND tỉnh giao Sở Y "
         "tế, Sở Tài "
         "chính rà soát các thủ tục, báo cáo kết quả trước ngày 15/9/2025.</p>"
         "<p>Các cơ quan, đơn vị phấn đấu đến hết năm 2025 đạt ít nhất 80% hồ sơ được nộp trực tuyến.</p>"
         "</article><footer>Bản quyền thuộc về tỉnh</footer></body></html>";
}

inline std::string EnglishText() {
  return "Province reviews administrative reform\n\n"
         "On 5 September 2025, Tran Van Binh, Chairman of the Provincial People's Committee, chaired a "
         "meeting on "
         "administrative reform in the province.\n"
         "Under Resolution No. 57-NQ/TW, he asked the Department of Health to report the results before 15 "
         "September "
         "2025.\n";
}

inline std::string RussianText() {
  return "В провинции обсудили административную реформу\n\n"
         "5 сентября 2025 года председатель Народного комитета провинции Чан Ван Бинь провёл совещание о "
         "реформе.\n"
         "Он поручил Департаменту здравоохранения представить отчёт до 15 сентября 2025 года.\n";
}

inline std::string FrenchText() {
  return "Le gouvernement présente son plan\n\n"
         "Le ministre a présenté hier devant les députés les grandes lignes du plan pour les écoles, qui "
         "sera discuté "
         "pendant tout le mois avec les syndicats et les associations de parents dans chaque région du "
         "pays.\n";
}

}  // namespace acta
