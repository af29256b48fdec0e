-- A store of schema version 3 with two articles, as the program of that version wrote it.
PRAGMA application_id = 1633907809;
PRAGMA user_version = 3;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE article (
  key INTEGER PRIMARY KEY,  -- first 63 bits of a SHA-256 over the columns below, pack apart
  url TEXT,  -- final URL after redirects; null for a file without a known URL
  canonical_url TEXT,  -- the URL that the page states for itself, absolute
  source_url TEXT,  -- where a syndicated copy says that it was taken from
  site TEXT,  -- the site's own name
  title TEXT NOT NULL,  -- the headline; may be empty
  byline TEXT,  -- names joined by "; "
  published TEXT,  -- ISO date, or date and time, as the page states it
  language TEXT,  -- ISO 639-1 of the text
  status TEXT NOT NULL,  -- "ok", or why the reading is partial
  captions TEXT NOT NULL,  -- captions of pictures, a JSON array of strings
  text TEXT NOT NULL,  -- title, an empty line, then the body; UTF-8 in NFC
  text_hash TEXT NOT NULL,  -- SHA-256 of text, hexadecimal
  pack TEXT NOT NULL  -- name and version of the language pack that read it
) STRICT;
INSERT INTO article VALUES(319646980524894355,NULL,'https://haiquang.gov.vn.example/pctt/cam-bien-tu-15-gio-27-9-88213',NULL,'haiquang.gov.vn.example','Hải Quảng: tàu thuyền còn lại phải vào bờ trước 15 giờ ngày 27/9, sơ tán dân xong trước 18 giờ',NULL,'2025-09-27T10:48','vi','ok','[]',replace('Hải Quảng: tàu thuyền còn lại phải vào bờ trước 15 giờ ngày 27/9, sơ tán dân xong trước 18 giờ\n\n27/09/2025, 10:48 | PV: Gia Hân | 15.402 lượt xem\nQuyền Chủ tịch UBND tỉnh Phùng Thế Hưng vừa ký Công điện số 15/CĐ-UBND hồi 9 giờ 30 phút ngày 27/9/2025 về tập trung ứng phó bão số 9.\nCông điện thực hiện Công điện số 171/CĐ-TTg ngày 26/9/2025 của Thủ tướng Chính phủ. Theo Ban Chỉ huy phòng thủ dân sự tỉnh, đến 8 giờ sáng nay, 2.318/2.340 tàu cá đã vào nơi neo đậu an toàn, còn 22 tàu chưa vào bờ; tỉnh có 4.650 hộ với khoảng 17.900 người ở vùng nguy cơ ngập phải sơ tán.\nQuyền Chủ tịch UBND tỉnh Phùng Thế Hưng kiểm tra kè biển xã Hải Triều. Ảnh: Gia Hân\nQuyền Chủ tịch UBND tỉnh yêu cầu Bộ Chỉ huy Bộ đội Biên phòng tỉnh gọi toàn bộ tàu còn lại vào bờ trước 15 giờ ngày 27/9, sau đó cấm biển, trừ 3 tàu trực cứu nạn. Chủ tịch UBND các xã, phường ven biển tổ chức sơ tán dân, hoàn thành trước 18 giờ cùng ngày, tuyệt đối không để người dân ở lại lồng bè, chòi canh.\nSở Nông nghiệp và Môi trường vận hành liên hồ chứa, hạ mực nước hồ Suối Vàng xuống dưới 41 m trước 6 giờ ngày 28/9/2025. Sở Công Thương bảo đảm lương thực, nước uống cho 10 ngày tại các xã dễ bị chia cắt. Sở Giáo dục và Đào tạo cho học sinh nghỉ học ngày 28/9 và sáng 29/9.\nCông an tỉnh chủ trì, phối hợp với Sở Xây dựng chốt chặn 37 ngầm tràn. Các xã, phường báo cáo về Ban Chỉ huy phòng thủ dân sự tỉnh trước 16 giờ hằng ngày và tổng hợp thiệt hại ban đầu trước ngày 01/10/2025.\nTại xã Hải Triều, Bí thư Đảng ủy xã Mạc Văn Tuyến báo cáo 1.120/1.120 hộ đã chằng chống nhà cửa. Nguyên Chủ tịch UBND xã Hồ Sỹ Đạt, nay đã nghỉ hưu, tình nguyện cùng dân quân dìu người già đi sơ tán.\nPhó Tư lệnh Quân khu Đinh Công Trứ đề nghị tỉnh sẵn sàng bãi đáp trực thăng. Mục tiêu cao nhất là không để xảy ra thiệt hại về người.','\n',char(10)),'7dc436345c78b7d3e944b4be86f9fe47ec7013f0458a82d25056fb14ecd78b04','vi c5b47f222e7b9413');
INSERT INTO article VALUES(1277934945218669199,NULL,NULL,NULL,NULL,'Giao ban tháng 9',NULL,'2025-09-05','vi','ok','[]',replace('Giao ban tháng 9\n\nSáng 5/9, tại Hà An, Chủ tịch UBND tỉnh Trần Văn Bình chủ trì cuộc họp. Thực hiện Nghị quyết số 57-NQ/TW, Chủ tịch UBND tỉnh giao Sở Y tế, Sở Tài chính báo cáo kết quả trước ngày 15/9/2025. Phấn đấu đạt ít nhất 80% hồ sơ trực tuyến. Đảng ủy xã đã hoàn thành 12/15 nhiệm vụ.\n','\n',char(10)),'cae1b1afda69c58b94a8f27956bbfaa9993164c78eab534dd4b963a7c431df63','vi f858e182cd524f23');
CREATE TABLE paragraph (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the article
  n INTEGER NOT NULL,  -- place in the article, from 0
  start INTEGER NOT NULL,  -- first code point
  "end" INTEGER NOT NULL,  -- one past the last code point
  kind TEXT NOT NULL  -- what it is for a reader
    CHECK (kind IN ('title', 'body', 'heading', 'list_item', 'caption')),
  PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;
INSERT INTO paragraph VALUES(319646980524894355,0,0,94,'title');
INSERT INTO paragraph VALUES(319646980524894355,1,96,145,'body');
INSERT INTO paragraph VALUES(319646980524894355,2,146,280,'body');
INSERT INTO paragraph VALUES(319646980524894355,3,281,569,'body');
INSERT INTO paragraph VALUES(319646980524894355,4,570,653,'body');
INSERT INTO paragraph VALUES(319646980524894355,5,654,964,'body');
INSERT INTO paragraph VALUES(319646980524894355,6,965,1238,'body');
INSERT INTO paragraph VALUES(319646980524894355,7,1239,1445,'body');
INSERT INTO paragraph VALUES(319646980524894355,8,1446,1645,'body');
INSERT INTO paragraph VALUES(319646980524894355,9,1646,1779,'body');
INSERT INTO paragraph VALUES(1277934945218669199,0,0,16,'title');
INSERT INTO paragraph VALUES(1277934945218669199,1,18,291,'body');
CREATE TABLE input (
  source TEXT PRIMARY KEY,  -- the path or URL, as it was given or as a feed or folder gave it
  outcome TEXT NOT NULL  -- read, or refused
    CHECK (outcome IN ('ok', 'refused')),
  reason TEXT,  -- the stable word for the refusal: "timeout", "too_large" …; null when it was read
  article INTEGER REFERENCES article (key)  -- what was read; null when it was refused
    CHECK ((outcome = 'ok') = (article IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO input VALUES('corpus/vi/0012-cong-dien-ung-pho-bao/page.html','ok',NULL,319646980524894355);
INSERT INTO input VALUES('a.txt','ok',NULL,1277934945218669199);
INSERT INTO input VALUES('nothing.txt','refused','not_found',NULL);
CREATE TABLE visit (
  source TEXT PRIMARY KEY REFERENCES input (source) ON DELETE CASCADE,  -- the input
  fetched_at INTEGER,  -- seconds since 1970, UTC; null when unknown
  http_status INTEGER,  -- of the final response; null for a file
  tls_unverified INTEGER NOT NULL CHECK (tls_unverified IN (0, 1)),  -- 1 if no certificate was checked
  message TEXT  -- what happened, for people; null when it was read
) STRICT, WITHOUT ROWID;
INSERT INTO visit VALUES('corpus/vi/0012-cong-dien-ung-pho-bao/page.html',NULL,NULL,0,NULL);
INSERT INTO visit VALUES('a.txt',NULL,NULL,0,NULL);
INSERT INTO visit VALUES('nothing.txt',NULL,NULL,0,'nothing.txt: no such file');
CREATE TABLE record (
  key INTEGER PRIMARY KEY,  -- first 63 bits of a SHA-256 over article key and id
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- where it stands
  kind TEXT NOT NULL  -- the table of its fields
    CHECK (kind IN ('official', 'agency', 'resolution', 'target', 'deadline', 'directive',
      'progress', 'event')),
  n INTEGER NOT NULL,  -- place among the records of its kind in the article, from 0
  id TEXT NOT NULL,  -- public and stable: the same text gives the same id on every machine
  rule TEXT NOT NULL,  -- the rule that made it, file and line
  basis TEXT NOT NULL  -- the weakest basis of its fields
    CHECK (basis IN ('printed', 'resolved', 'inferred'))
) STRICT;
INSERT INTO record VALUES(351812369267911297,319646980524894355,'deadline',2,'acta-c3908644eacb8be3','vi/deadline.toml:3','printed');
INSERT INTO record VALUES(353854975559004592,319646980524894355,'agency',2,'acta-40afa9289377aaea','vi/agency.toml:3','printed');
INSERT INTO record VALUES(451350712457629502,319646980524894355,'official',0,'acta-e953802e3856810b','vi/official.toml:3','printed');
INSERT INTO record VALUES(500371435630543817,319646980524894355,'agency',5,'acta-5bf774f699c3fc4c','vi/agency.toml:23','printed');
INSERT INTO record VALUES(522223292504425572,1277934945218669199,'deadline',0,'acta-4a3e46ff2d80416b','vi/deadline.toml:3','printed');
INSERT INTO record VALUES(524041726219822826,319646980524894355,'agency',10,'acta-26f880ddc9784ad0','vi/agency.toml:3','printed');
INSERT INTO record VALUES(758779102050348704,319646980524894355,'agency',6,'acta-606607e62c02bf40','vi/agency.toml:3','printed');
INSERT INTO record VALUES(1251682248921066217,319646980524894355,'target',4,'acta-b9f7f5a8951f2198','vi/target.toml:4','printed');
INSERT INTO record VALUES(1725722308569731546,1277934945218669199,'resolution',0,'acta-b33869a70cf44022','vi/resolution.toml:3','printed');
INSERT INTO record VALUES(1778345776262441900,319646980524894355,'resolution',1,'acta-40b6db3692db8c57','vi/resolution.toml:3','printed');
INSERT INTO record VALUES(2077656672590303129,319646980524894355,'agency',4,'acta-261459ac7416f73e','vi/agency.toml:23','printed');
INSERT INTO record VALUES(2232160905586678017,1277934945218669199,'agency',1,'acta-a8c2e971d793f7d3','vi/agency.toml:23','printed');
INSERT INTO record VALUES(2291507094645981984,319646980524894355,'directive',1,'acta-ccb14ab7b0b42eaf','vi/directive.toml:189','resolved');
INSERT INTO record VALUES(2448495546001188191,319646980524894355,'official',3,'acta-9d1a2ead00f1cda8','vi/official.toml:3','printed');
INSERT INTO record VALUES(2717986356509820220,319646980524894355,'agency',7,'acta-c8a244f6ccc82f2d','vi/agency.toml:23','printed');
INSERT INTO record VALUES(3100310861947538652,319646980524894355,'agency',8,'acta-08fd166138e42ecf','vi/agency.toml:3','printed');
INSERT INTO record VALUES(3124870188179948752,1277934945218669199,'target',0,'acta-26e17187f4aa529b','vi/target.toml:19','printed');
INSERT INTO record VALUES(3312888372128482245,1277934945218669199,'target',1,'acta-a256b490d3e0e3c6','vi/target.toml:11','printed');
INSERT INTO record VALUES(3435408609348712891,1277934945218669199,'agency',0,'acta-1a3667ccc5974a2c','vi/agency.toml:3','printed');
INSERT INTO record VALUES(3961011121813865918,319646980524894355,'directive',6,'acta-c08fac306d09470c','vi/directive.toml:189','resolved');
INSERT INTO record VALUES(4095239220039123670,1277934945218669199,'directive',0,'acta-9b25b3e3f7a116c1','vi/directive.toml:11','resolved');
INSERT INTO record VALUES(4682609677445952483,319646980524894355,'deadline',0,'acta-d19a74c16aa9a216','vi/deadline.toml:3','inferred');
INSERT INTO record VALUES(5133855800947895870,319646980524894355,'directive',5,'acta-a779879032c3817e','vi/directive.toml:189','resolved');
INSERT INTO record VALUES(5231827041338676781,1277934945218669199,'agency',2,'acta-25cbc7966ebc4eed','vi/agency.toml:23','printed');
INSERT INTO record VALUES(5374536930846747182,319646980524894355,'directive',4,'acta-eec19a71b9d1431c','vi/directive.toml:189','resolved');
INSERT INTO record VALUES(5464033259978876697,319646980524894355,'target',1,'acta-5f9cd42a2ec274e7','vi/target.toml:39','printed');
INSERT INTO record VALUES(5560902914132202207,319646980524894355,'official',1,'acta-2277f3d23aa25291','vi/official.toml:3','printed');
INSERT INTO record VALUES(5674758992121378258,319646980524894355,'directive',2,'acta-12cef540ddb0c93c','vi/directive.toml:189','resolved');
INSERT INTO record VALUES(5826418524874094435,319646980524894355,'deadline',1,'acta-3b2f718307d3e884','vi/deadline.toml:3','printed');
INSERT INTO record VALUES(6192734604869094108,319646980524894355,'target',3,'acta-64f3fcebf0618d75','vi/target.toml:64','printed');
INSERT INTO record VALUES(6630903845856042619,319646980524894355,'official',2,'acta-76db9024eafff90a','vi/official.toml:3','printed');
INSERT INTO record VALUES(7040436608099497378,319646980524894355,'agency',0,'acta-12c150c0f0fcee3d','vi/agency.toml:3','printed');
INSERT INTO record VALUES(7403056799374473472,319646980524894355,'agency',9,'acta-72ebe15464989abe','vi/agency.toml:3','printed');
INSERT INTO record VALUES(8116722754734577895,1277934945218669199,'progress',0,'acta-1e07a91bff35ef49','vi/progress.toml:9','printed');
INSERT INTO record VALUES(8267235403302945296,319646980524894355,'resolution',0,'acta-e9f84207cd894b85','vi/resolution.toml:3','printed');
INSERT INTO record VALUES(8395180405724937052,319646980524894355,'target',0,'acta-4412f9c71f78f023','vi/target.toml:4','printed');
INSERT INTO record VALUES(8437333554722918962,319646980524894355,'directive',0,'acta-764388c9bb93e8ed','vi/directive.toml:20','inferred');
INSERT INTO record VALUES(8474014268892387870,1277934945218669199,'agency',3,'acta-ed6a2202339c5317','vi/agency.toml:3','printed');
INSERT INTO record VALUES(8527738109851409895,1277934945218669199,'official',0,'acta-172cd494b938b9d8','vi/official.toml:3','printed');
INSERT INTO record VALUES(8531266988291043219,319646980524894355,'agency',1,'acta-e845bbbe71ef1f50','vi/agency.toml:3','printed');
INSERT INTO record VALUES(8798676737507262903,319646980524894355,'agency',3,'acta-d9de7da06712011f','vi/agency.toml:23','printed');
INSERT INTO record VALUES(8820818530233837128,319646980524894355,'directive',3,'acta-90957fdf1ec2068c','vi/directive.toml:189','resolved');
INSERT INTO record VALUES(9120634274480353791,319646980524894355,'target',2,'acta-70f45a34efff2cf3','vi/target.toml:39','printed');
CREATE TABLE mention (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the record
  n INTEGER NOT NULL,  -- place among the mentions, from 0
  start INTEGER NOT NULL,  -- first code point
  "end" INTEGER NOT NULL,  -- one past the last code point
  quote TEXT NOT NULL,  -- the characters there
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
INSERT INTO mention VALUES(351812369267911297,0,1423,1444,'trước ngày 01/10/2025');
INSERT INTO mention VALUES(353854975559004592,0,687,720,'Bộ Chỉ huy Bộ đội Biên phòng tỉnh');
INSERT INTO mention VALUES(451350712457629502,0,171,185,'Phùng Thế Hưng');
INSERT INTO mention VALUES(451350712457629502,1,595,609,'Phùng Thế Hưng');
INSERT INTO mention VALUES(500371435630543817,0,1170,1192,'Sở Giáo dục và Đào tạo');
INSERT INTO mention VALUES(522223292504425572,0,186,206,'trước ngày 15/9/2025');
INSERT INTO mention VALUES(524041726219822826,0,1658,1666,'Quân khu');
INSERT INTO mention VALUES(758779102050348704,0,1239,1251,'Công an tỉnh');
INSERT INTO mention VALUES(1251682248921066217,0,1504,1518,'1.120/1.120 hộ');
INSERT INTO mention VALUES(1725722308569731546,0,100,122,'Nghị quyết số 57-NQ/TW');
INSERT INTO mention VALUES(1778345776262441900,0,301,324,'Công điện số 171/CĐ-TTg');
INSERT INTO mention VALUES(2077656672590303129,0,1086,1100,'Sở Công Thương');
INSERT INTO mention VALUES(2232160905586678017,0,148,155,'Sở Y tế');
INSERT INTO mention VALUES(2291507094645981984,0,817,964,'Chủ tịch UBND các xã, phường ven biển tổ chức sơ tán dân, hoàn thành trước 18 giờ cùng ngày, tuyệt đối không để người dân ở lại lồng bè, chòi canh.');
INSERT INTO mention VALUES(2448495546001188191,0,1667,1680,'Đinh Công Trứ');
INSERT INTO mention VALUES(2717986356509820220,0,1274,1285,'Sở Xây dựng');
INSERT INTO mention VALUES(3100310861947538652,0,1471,1481,'Đảng ủy xã');
INSERT INTO mention VALUES(3124870188179948752,0,208,232,'Phấn đấu đạt ít nhất 80%');
INSERT INTO mention VALUES(3312888372128482245,0,262,290,'đã hoàn thành 12/15 nhiệm vụ');
INSERT INTO mention VALUES(3435408609348712891,0,48,57,'UBND tỉnh');
INSERT INTO mention VALUES(3435408609348712891,1,133,142,'UBND tỉnh');
INSERT INTO mention VALUES(3961011121813865918,0,1310,1445,'Các xã, phường báo cáo về Ban Chỉ huy phòng thủ dân sự tỉnh trước 16 giờ hằng ngày và tổng hợp thiệt hại ban đầu trước ngày 01/10/2025.');
INSERT INTO mention VALUES(4095239220039123670,0,124,207,'Chủ tịch UBND tỉnh giao Sở Y tế, Sở Tài chính báo cáo kết quả trước ngày 15/9/2025.');
INSERT INTO mention VALUES(4682609677445952483,0,42,64,'trước 15 giờ ngày 27/9');
INSERT INTO mention VALUES(4682609677445952483,1,752,774,'trước 15 giờ ngày 27/9');
INSERT INTO mention VALUES(5133855800947895870,0,1239,1309,'Công an tỉnh chủ trì, phối hợp với Sở Xây dựng chốt chặn 37 ngầm tràn.');
INSERT INTO mention VALUES(5231827041338676781,0,157,169,'Sở Tài chính');
INSERT INTO mention VALUES(5374536930846747182,0,1170,1238,'Sở Giáo dục và Đào tạo cho học sinh nghỉ học ngày 28/9 và sáng 29/9.');
INSERT INTO mention VALUES(5464033259978876697,0,501,512,'có 4.650 hộ');
INSERT INTO mention VALUES(5560902914132202207,0,1482,1495,'Mạc Văn Tuyến');
INSERT INTO mention VALUES(5674758992121378258,0,965,1085,'Sở Nông nghiệp và Môi trường vận hành liên hồ chứa, hạ mực nước hồ Suối Vàng xuống dưới 41 m trước 6 giờ ngày 28/9/2025.');
INSERT INTO mention VALUES(5826418524874094435,0,1058,1084,'trước 6 giờ ngày 28/9/2025');
INSERT INTO mention VALUES(6192734604869094108,0,1048,1057,'dưới 41 m');
INSERT INTO mention VALUES(6630903845856042619,0,1567,1576,'Hồ Sỹ Đạt');
INSERT INTO mention VALUES(7040436608099497378,0,161,170,'UBND tỉnh');
INSERT INTO mention VALUES(7040436608099497378,1,585,594,'UBND tỉnh');
INSERT INTO mention VALUES(7040436608099497378,2,669,678,'UBND tỉnh');
INSERT INTO mention VALUES(7403056799374473472,0,1559,1566,'UBND xã');
INSERT INTO mention VALUES(8116722754734577895,0,262,290,'đã hoàn thành 12/15 nhiệm vụ');
INSERT INTO mention VALUES(8267235403302945296,0,193,216,'Công điện số 15/CĐ-UBND');
INSERT INTO mention VALUES(8395180405724937052,0,425,443,'2.318/2.340 tàu cá');
INSERT INTO mention VALUES(8437333554722918962,0,654,816,'Quyền Chủ tịch UBND tỉnh yêu cầu Bộ Chỉ huy Bộ đội Biên phòng tỉnh gọi toàn bộ tàu còn lại vào bờ trước 15 giờ ngày 27/9, sau đó cấm biển, trừ 3 tàu trực cứu nạn.');
INSERT INTO mention VALUES(8474014268892387870,0,251,261,'Đảng ủy xã');
INSERT INTO mention VALUES(8527738109851409895,0,58,71,'Trần Văn Bình');
INSERT INTO mention VALUES(8531266988291043219,0,370,403,'Ban Chỉ huy phòng thủ dân sự tỉnh');
INSERT INTO mention VALUES(8531266988291043219,1,1336,1369,'Ban Chỉ huy phòng thủ dân sự tỉnh');
INSERT INTO mention VALUES(8798676737507262903,0,965,993,'Sở Nông nghiệp và Môi trường');
INSERT INTO mention VALUES(8820818530233837128,0,1086,1169,'Sở Công Thương bảo đảm lương thực, nước uống cho 10 ngày tại các xã dễ bị chia cắt.');
INSERT INTO mention VALUES(9120634274480353791,0,513,536,'với khoảng 17.900 người');
CREATE TABLE evidence (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the record
  field TEXT NOT NULL,  -- "task", "assignees", "posts.0.title"
  n INTEGER NOT NULL,  -- place in the list, 0 for a field that is no list
  start INTEGER NOT NULL,  -- first code point
  "end" INTEGER NOT NULL,  -- one past the last code point
  quote TEXT NOT NULL,  -- the characters there; the value may be a normal form of them
  basis TEXT NOT NULL  -- whether they print the value, or it was resolved or inferred
    CHECK (basis IN ('printed', 'resolved', 'inferred')),
  PRIMARY KEY (record, field, n)
) STRICT, WITHOUT ROWID;
INSERT INTO evidence VALUES(351812369267911297,'assignees',0,1310,1324,'Các xã, phường','printed');
INSERT INTO evidence VALUES(351812369267911297,'date',0,1429,1444,'ngày 01/10/2025','printed');
INSERT INTO evidence VALUES(351812369267911297,'precision',0,1429,1444,'ngày 01/10/2025','printed');
INSERT INTO evidence VALUES(351812369267911297,'quote',0,1423,1444,'trước ngày 01/10/2025','printed');
INSERT INTO evidence VALUES(351812369267911297,'raw',0,1429,1444,'ngày 01/10/2025','printed');
INSERT INTO evidence VALUES(351812369267911297,'task',0,1325,1444,'báo cáo về Ban Chỉ huy phòng thủ dân sự tỉnh trước 16 giờ hằng ngày và tổng hợp thiệt hại ban đầu trước ngày 01/10/2025','printed');
INSERT INTO evidence VALUES(353854975559004592,'kind',0,687,720,'Bộ Chỉ huy Bộ đội Biên phòng tỉnh','printed');
INSERT INTO evidence VALUES(353854975559004592,'level',0,687,720,'Bộ Chỉ huy Bộ đội Biên phòng tỉnh','printed');
INSERT INTO evidence VALUES(353854975559004592,'name',0,687,720,'Bộ Chỉ huy Bộ đội Biên phòng tỉnh','printed');
INSERT INTO evidence VALUES(451350712457629502,'name',0,171,185,'Phùng Thế Hưng','printed');
INSERT INTO evidence VALUES(451350712457629502,'posts.0.body',0,161,170,'UBND tỉnh','printed');
INSERT INTO evidence VALUES(451350712457629502,'posts.0.capacity',0,146,151,'Quyền','printed');
INSERT INTO evidence VALUES(451350712457629502,'posts.0.role',0,152,160,'Chủ tịch','printed');
INSERT INTO evidence VALUES(451350712457629502,'posts.0.title',0,152,160,'Chủ tịch','printed');
INSERT INTO evidence VALUES(500371435630543817,'kind',0,1170,1192,'Sở Giáo dục và Đào tạo','printed');
INSERT INTO evidence VALUES(500371435630543817,'level',0,1170,1192,'Sở Giáo dục và Đào tạo','printed');
INSERT INTO evidence VALUES(500371435630543817,'name',0,1170,1192,'Sở Giáo dục và Đào tạo','printed');
INSERT INTO evidence VALUES(522223292504425572,'assignees',0,148,155,'Sở Y tế','printed');
INSERT INTO evidence VALUES(522223292504425572,'assignees',1,157,169,'Sở Tài chính','printed');
INSERT INTO evidence VALUES(522223292504425572,'date',0,192,206,'ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(522223292504425572,'precision',0,192,206,'ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(522223292504425572,'quote',0,186,206,'trước ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(522223292504425572,'raw',0,192,206,'ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(522223292504425572,'task',0,170,206,'báo cáo kết quả trước ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(524041726219822826,'kind',0,1658,1666,'Quân khu','printed');
INSERT INTO evidence VALUES(524041726219822826,'name',0,1658,1666,'Quân khu','printed');
INSERT INTO evidence VALUES(758779102050348704,'kind',0,1239,1251,'Công an tỉnh','printed');
INSERT INTO evidence VALUES(758779102050348704,'level',0,1239,1251,'Công an tỉnh','printed');
INSERT INTO evidence VALUES(758779102050348704,'name',0,1239,1251,'Công an tỉnh','printed');
INSERT INTO evidence VALUES(1251682248921066217,'comparator',0,1504,1518,'1.120/1.120 hộ','printed');
INSERT INTO evidence VALUES(1251682248921066217,'direction',0,1504,1518,'1.120/1.120 hộ','printed');
INSERT INTO evidence VALUES(1251682248921066217,'of',0,1504,1518,'1.120/1.120 hộ','printed');
INSERT INTO evidence VALUES(1251682248921066217,'quote',0,1504,1518,'1.120/1.120 hộ','printed');
INSERT INTO evidence VALUES(1251682248921066217,'status',0,1504,1518,'1.120/1.120 hộ','printed');
INSERT INTO evidence VALUES(1251682248921066217,'unit',0,1516,1518,'hộ','printed');
INSERT INTO evidence VALUES(1251682248921066217,'value',0,1504,1518,'1.120/1.120 hộ','printed');
INSERT INTO evidence VALUES(1725722308569731546,'kind',0,100,110,'Nghị quyết','printed');
INSERT INTO evidence VALUES(1725722308569731546,'number',0,114,122,'57-NQ/TW','printed');
INSERT INTO evidence VALUES(1725722308569731546,'number_key',0,114,122,'57-NQ/TW','printed');
INSERT INTO evidence VALUES(1725722308569731546,'subkind',0,100,110,'Nghị quyết','printed');
INSERT INTO evidence VALUES(1778345776262441900,'issued',0,325,339,'ngày 26/9/2025','printed');
INSERT INTO evidence VALUES(1778345776262441900,'issuer',0,344,363,'Thủ tướng Chính phủ','printed');
INSERT INTO evidence VALUES(1778345776262441900,'kind',0,301,310,'Công điện','printed');
INSERT INTO evidence VALUES(1778345776262441900,'number',0,314,324,'171/CĐ-TTg','printed');
INSERT INTO evidence VALUES(1778345776262441900,'number_key',0,314,324,'171/CĐ-TTg','printed');
INSERT INTO evidence VALUES(1778345776262441900,'subkind',0,301,310,'Công điện','printed');
INSERT INTO evidence VALUES(2077656672590303129,'kind',0,1086,1100,'Sở Công Thương','printed');
INSERT INTO evidence VALUES(2077656672590303129,'level',0,1086,1100,'Sở Công Thương','printed');
INSERT INTO evidence VALUES(2077656672590303129,'name',0,1086,1100,'Sở Công Thương','printed');
INSERT INTO evidence VALUES(2232160905586678017,'kind',0,148,155,'Sở Y tế','printed');
INSERT INTO evidence VALUES(2232160905586678017,'level',0,148,155,'Sở Y tế','printed');
INSERT INTO evidence VALUES(2232160905586678017,'name',0,148,155,'Sở Y tế','printed');
INSERT INTO evidence VALUES(2291507094645981984,'action',0,855,963,'tổ chức sơ tán dân, hoàn thành trước 18 giờ cùng ngày, tuyệt đối không để người dân ở lại lồng bè, chòi canh','printed');
INSERT INTO evidence VALUES(2291507094645981984,'assignees',0,817,854,'Chủ tịch UBND các xã, phường ven biển','printed');
INSERT INTO evidence VALUES(2291507094645981984,'issuer',0,654,678,'Quyền Chủ tịch UBND tỉnh','resolved');
INSERT INTO evidence VALUES(2291507094645981984,'parties.0.group',0,817,854,'Chủ tịch UBND các xã, phường ven biển','printed');
INSERT INTO evidence VALUES(2291507094645981984,'parties.0.name',0,817,854,'Chủ tịch UBND các xã, phường ven biển','printed');
INSERT INTO evidence VALUES(2291507094645981984,'parties.0.role',0,817,854,'Chủ tịch UBND các xã, phường ven biển','printed');
INSERT INTO evidence VALUES(2291507094645981984,'strength',0,817,964,'Chủ tịch UBND các xã, phường ven biển tổ chức sơ tán dân, hoàn thành trước 18 giờ cùng ngày, tuyệt đối không để người dân ở lại lồng bè, chòi canh.','printed');
INSERT INTO evidence VALUES(2448495546001188191,'name',0,1667,1680,'Đinh Công Trứ','printed');
INSERT INTO evidence VALUES(2448495546001188191,'posts.0.body',0,1658,1666,'Quân khu','printed');
INSERT INTO evidence VALUES(2448495546001188191,'posts.0.role',0,1646,1657,'Phó Tư lệnh','printed');
INSERT INTO evidence VALUES(2448495546001188191,'posts.0.title',0,1646,1657,'Phó Tư lệnh','printed');
INSERT INTO evidence VALUES(2717986356509820220,'kind',0,1274,1285,'Sở Xây dựng','printed');
INSERT INTO evidence VALUES(2717986356509820220,'level',0,1274,1285,'Sở Xây dựng','printed');
INSERT INTO evidence VALUES(2717986356509820220,'name',0,1274,1285,'Sở Xây dựng','printed');
INSERT INTO evidence VALUES(3100310861947538652,'kind',0,1471,1481,'Đảng ủy xã','printed');
INSERT INTO evidence VALUES(3100310861947538652,'level',0,1471,1481,'Đảng ủy xã','printed');
INSERT INTO evidence VALUES(3100310861947538652,'name',0,1471,1481,'Đảng ủy xã','printed');
INSERT INTO evidence VALUES(3124870188179948752,'comparator',0,221,228,'ít nhất','printed');
INSERT INTO evidence VALUES(3124870188179948752,'direction',0,229,232,'80%','printed');
INSERT INTO evidence VALUES(3124870188179948752,'quote',0,208,232,'Phấn đấu đạt ít nhất 80%','printed');
INSERT INTO evidence VALUES(3124870188179948752,'status',0,208,232,'Phấn đấu đạt ít nhất 80%','printed');
INSERT INTO evidence VALUES(3124870188179948752,'unit',0,229,232,'80%','printed');
INSERT INTO evidence VALUES(3124870188179948752,'value',0,229,232,'80%','printed');
INSERT INTO evidence VALUES(3312888372128482245,'comparator',0,276,290,'12/15 nhiệm vụ','printed');
INSERT INTO evidence VALUES(3312888372128482245,'direction',0,276,290,'12/15 nhiệm vụ','printed');
INSERT INTO evidence VALUES(3312888372128482245,'of',0,276,290,'12/15 nhiệm vụ','printed');
INSERT INTO evidence VALUES(3312888372128482245,'quote',0,262,290,'đã hoàn thành 12/15 nhiệm vụ','printed');
INSERT INTO evidence VALUES(3312888372128482245,'status',0,262,264,'đã','printed');
INSERT INTO evidence VALUES(3312888372128482245,'unit',0,282,290,'nhiệm vụ','printed');
INSERT INTO evidence VALUES(3312888372128482245,'value',0,276,290,'12/15 nhiệm vụ','printed');
INSERT INTO evidence VALUES(3435408609348712891,'kind',0,48,57,'UBND tỉnh','printed');
INSERT INTO evidence VALUES(3435408609348712891,'level',0,48,57,'UBND tỉnh','printed');
INSERT INTO evidence VALUES(3435408609348712891,'name',0,48,57,'UBND tỉnh','printed');
INSERT INTO evidence VALUES(3961011121813865918,'action',0,1325,1444,'báo cáo về Ban Chỉ huy phòng thủ dân sự tỉnh trước 16 giờ hằng ngày và tổng hợp thiệt hại ban đầu trước ngày 01/10/2025','printed');
INSERT INTO evidence VALUES(3961011121813865918,'assignees',0,1310,1324,'Các xã, phường','printed');
INSERT INTO evidence VALUES(3961011121813865918,'deadline',0,1423,1444,'trước ngày 01/10/2025','printed');
INSERT INTO evidence VALUES(3961011121813865918,'issuer',0,654,678,'Quyền Chủ tịch UBND tỉnh','resolved');
INSERT INTO evidence VALUES(3961011121813865918,'parties.0.group',0,1310,1324,'Các xã, phường','printed');
INSERT INTO evidence VALUES(3961011121813865918,'parties.0.name',0,1310,1324,'Các xã, phường','printed');
INSERT INTO evidence VALUES(3961011121813865918,'parties.0.role',0,1310,1324,'Các xã, phường','printed');
INSERT INTO evidence VALUES(3961011121813865918,'strength',0,1310,1445,'Các xã, phường báo cáo về Ban Chỉ huy phòng thủ dân sự tỉnh trước 16 giờ hằng ngày và tổng hợp thiệt hại ban đầu trước ngày 01/10/2025.','printed');
INSERT INTO evidence VALUES(4095239220039123670,'action',0,170,206,'báo cáo kết quả trước ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(4095239220039123670,'assignees',0,148,155,'Sở Y tế','printed');
INSERT INTO evidence VALUES(4095239220039123670,'assignees',1,157,169,'Sở Tài chính','printed');
INSERT INTO evidence VALUES(4095239220039123670,'deadline',0,186,206,'trước ngày 15/9/2025','printed');
INSERT INTO evidence VALUES(4095239220039123670,'issuer',0,124,142,'Chủ tịch UBND tỉnh','resolved');
INSERT INTO evidence VALUES(4095239220039123670,'parties.0.group',0,148,155,'Sở Y tế','printed');
INSERT INTO evidence VALUES(4095239220039123670,'parties.0.name',0,148,155,'Sở Y tế','printed');
INSERT INTO evidence VALUES(4095239220039123670,'parties.0.role',0,148,155,'Sở Y tế','printed');
INSERT INTO evidence VALUES(4095239220039123670,'parties.1.group',0,157,169,'Sở Tài chính','printed');
INSERT INTO evidence VALUES(4095239220039123670,'parties.1.name',0,157,169,'Sở Tài chính','printed');
INSERT INTO evidence VALUES(4095239220039123670,'parties.1.role',0,157,169,'Sở Tài chính','printed');
INSERT INTO evidence VALUES(4095239220039123670,'resolutions',0,100,122,'Nghị quyết số 57-NQ/TW','printed');
INSERT INTO evidence VALUES(4095239220039123670,'strength',0,143,147,'giao','printed');
INSERT INTO evidence VALUES(4682609677445952483,'assignees',0,687,720,'Bộ Chỉ huy Bộ đội Biên phòng tỉnh','printed');
INSERT INTO evidence VALUES(4682609677445952483,'date',0,765,774,'ngày 27/9','inferred');
INSERT INTO evidence VALUES(4682609677445952483,'precision',0,765,774,'ngày 27/9','printed');
INSERT INTO evidence VALUES(4682609677445952483,'quote',0,752,774,'trước 15 giờ ngày 27/9','printed');
INSERT INTO evidence VALUES(4682609677445952483,'raw',0,765,774,'ngày 27/9','printed');
INSERT INTO evidence VALUES(4682609677445952483,'task',0,721,815,'gọi toàn bộ tàu còn lại vào bờ trước 15 giờ ngày 27/9, sau đó cấm biển, trừ 3 tàu trực cứu nạn','printed');
INSERT INTO evidence VALUES(5133855800947895870,'action',0,1286,1308,'chốt chặn 37 ngầm tràn','printed');
INSERT INTO evidence VALUES(5133855800947895870,'assignees',0,1239,1251,'Công an tỉnh','printed');
INSERT INTO evidence VALUES(5133855800947895870,'issuer',0,654,678,'Quyền Chủ tịch UBND tỉnh','resolved');
INSERT INTO evidence VALUES(5133855800947895870,'parties.0.group',0,1239,1251,'Công an tỉnh','printed');
INSERT INTO evidence VALUES(5133855800947895870,'parties.0.name',0,1239,1251,'Công an tỉnh','printed');
INSERT INTO evidence VALUES(5133855800947895870,'parties.0.role',0,1239,1251,'Công an tỉnh','printed');
INSERT INTO evidence VALUES(5133855800947895870,'parties.1.group',0,1274,1285,'Sở Xây dựng','printed');
INSERT INTO evidence VALUES(5133855800947895870,'parties.1.name',0,1274,1285,'Sở Xây dựng','printed');
INSERT INTO evidence VALUES(5133855800947895870,'parties.1.role',0,1274,1285,'Sở Xây dựng','printed');
INSERT INTO evidence VALUES(5133855800947895870,'strength',0,1239,1309,'Công an tỉnh chủ trì, phối hợp với Sở Xây dựng chốt chặn 37 ngầm tràn.','printed');
INSERT INTO evidence VALUES(5231827041338676781,'kind',0,157,169,'Sở Tài chính','printed');
INSERT INTO evidence VALUES(5231827041338676781,'level',0,157,169,'Sở Tài chính','printed');
INSERT INTO evidence VALUES(5231827041338676781,'name',0,157,169,'Sở Tài chính','printed');
INSERT INTO evidence VALUES(5374536930846747182,'action',0,1193,1237,'cho học sinh nghỉ học ngày 28/9 và sáng 29/9','printed');
INSERT INTO evidence VALUES(5374536930846747182,'assignees',0,1170,1192,'Sở Giáo dục và Đào tạo','printed');
INSERT INTO evidence VALUES(5374536930846747182,'issuer',0,654,678,'Quyền Chủ tịch UBND tỉnh','resolved');
INSERT INTO evidence VALUES(5374536930846747182,'parties.0.group',0,1170,1192,'Sở Giáo dục và Đào tạo','printed');
INSERT INTO evidence VALUES(5374536930846747182,'parties.0.name',0,1170,1192,'Sở Giáo dục và Đào tạo','printed');
INSERT INTO evidence VALUES(5374536930846747182,'parties.0.role',0,1170,1192,'Sở Giáo dục và Đào tạo','printed');
INSERT INTO evidence VALUES(5374536930846747182,'strength',0,1170,1238,'Sở Giáo dục và Đào tạo cho học sinh nghỉ học ngày 28/9 và sáng 29/9.','printed');
INSERT INTO evidence VALUES(5464033259978876697,'comparator',0,504,512,'4.650 hộ','printed');
INSERT INTO evidence VALUES(5464033259978876697,'direction',0,504,512,'4.650 hộ','printed');
INSERT INTO evidence VALUES(5464033259978876697,'quote',0,501,512,'có 4.650 hộ','printed');
INSERT INTO evidence VALUES(5464033259978876697,'status',0,501,512,'có 4.650 hộ','printed');
INSERT INTO evidence VALUES(5464033259978876697,'unit',0,510,512,'hộ','printed');
INSERT INTO evidence VALUES(5464033259978876697,'value',0,504,512,'4.650 hộ','printed');
INSERT INTO evidence VALUES(5560902914132202207,'name',0,1482,1495,'Mạc Văn Tuyến','printed');
INSERT INTO evidence VALUES(5560902914132202207,'posts.0.body',0,1471,1481,'Đảng ủy xã','printed');
INSERT INTO evidence VALUES(5560902914132202207,'posts.0.role',0,1464,1470,'Bí thư','printed');
INSERT INTO evidence VALUES(5560902914132202207,'posts.0.title',0,1464,1470,'Bí thư','printed');
INSERT INTO evidence VALUES(5674758992121378258,'action',0,994,1084,'vận hành liên hồ chứa, hạ mực nước hồ Suối Vàng xuống dưới 41 m trước 6 giờ ngày 28/9/2025','printed');
INSERT INTO evidence VALUES(5674758992121378258,'assignees',0,965,993,'Sở Nông nghiệp và Môi trường','printed');
INSERT INTO evidence VALUES(5674758992121378258,'deadline',0,1058,1084,'trước 6 giờ ngày 28/9/2025','printed');
INSERT INTO evidence VALUES(5674758992121378258,'issuer',0,654,678,'Quyền Chủ tịch UBND tỉnh','resolved');
INSERT INTO evidence VALUES(5674758992121378258,'parties.0.group',0,965,993,'Sở Nông nghiệp và Môi trường','printed');
INSERT INTO evidence VALUES(5674758992121378258,'parties.0.name',0,965,993,'Sở Nông nghiệp và Môi trường','printed');
INSERT INTO evidence VALUES(5674758992121378258,'parties.0.role',0,965,993,'Sở Nông nghiệp và Môi trường','printed');
INSERT INTO evidence VALUES(5674758992121378258,'strength',0,965,1085,'Sở Nông nghiệp và Môi trường vận hành liên hồ chứa, hạ mực nước hồ Suối Vàng xuống dưới 41 m trước 6 giờ ngày 28/9/2025.','printed');
INSERT INTO evidence VALUES(5826418524874094435,'assignees',0,965,993,'Sở Nông nghiệp và Môi trường','printed');
INSERT INTO evidence VALUES(5826418524874094435,'date',0,1070,1084,'ngày 28/9/2025','printed');
INSERT INTO evidence VALUES(5826418524874094435,'precision',0,1070,1084,'ngày 28/9/2025','printed');
INSERT INTO evidence VALUES(5826418524874094435,'quote',0,1058,1084,'trước 6 giờ ngày 28/9/2025','printed');
INSERT INTO evidence VALUES(5826418524874094435,'raw',0,1070,1084,'ngày 28/9/2025','printed');
INSERT INTO evidence VALUES(5826418524874094435,'task',0,994,1084,'vận hành liên hồ chứa, hạ mực nước hồ Suối Vàng xuống dưới 41 m trước 6 giờ ngày 28/9/2025','printed');
INSERT INTO evidence VALUES(6192734604869094108,'by',0,1058,1084,'trước 6 giờ ngày 28/9/2025','printed');
INSERT INTO evidence VALUES(6192734604869094108,'comparator',0,1048,1052,'dưới','printed');
INSERT INTO evidence VALUES(6192734604869094108,'direction',0,1053,1057,'41 m','printed');
INSERT INTO evidence VALUES(6192734604869094108,'quote',0,1048,1057,'dưới 41 m','printed');
INSERT INTO evidence VALUES(6192734604869094108,'status',0,1048,1057,'dưới 41 m','printed');
INSERT INTO evidence VALUES(6192734604869094108,'unit',0,1056,1057,'m','printed');
INSERT INTO evidence VALUES(6192734604869094108,'value',0,1053,1057,'41 m','printed');
INSERT INTO evidence VALUES(6630903845856042619,'name',0,1567,1576,'Hồ Sỹ Đạt','printed');
INSERT INTO evidence VALUES(6630903845856042619,'posts.0.body',0,1559,1566,'UBND xã','printed');
INSERT INTO evidence VALUES(6630903845856042619,'posts.0.capacity',0,1543,1549,'Nguyên','printed');
INSERT INTO evidence VALUES(6630903845856042619,'posts.0.role',0,1550,1558,'Chủ tịch','printed');
INSERT INTO evidence VALUES(6630903845856042619,'posts.0.title',0,1550,1558,'Chủ tịch','printed');
INSERT INTO evidence VALUES(7040436608099497378,'kind',0,161,170,'UBND tỉnh','printed');
INSERT INTO evidence VALUES(7040436608099497378,'level',0,161,170,'UBND tỉnh','printed');
INSERT INTO evidence VALUES(7040436608099497378,'name',0,161,170,'UBND tỉnh','printed');
INSERT INTO evidence VALUES(7403056799374473472,'kind',0,1559,1566,'UBND xã','printed');
INSERT INTO evidence VALUES(7403056799374473472,'level',0,1559,1566,'UBND xã','printed');
INSERT INTO evidence VALUES(7403056799374473472,'name',0,1559,1566,'UBND xã','printed');
INSERT INTO evidence VALUES(8116722754734577895,'of',0,262,290,'đã hoàn thành 12/15 nhiệm vụ','printed');
INSERT INTO evidence VALUES(8116722754734577895,'state',0,262,290,'đã hoàn thành 12/15 nhiệm vụ','printed');
INSERT INTO evidence VALUES(8116722754734577895,'value',0,262,290,'đã hoàn thành 12/15 nhiệm vụ','printed');
INSERT INTO evidence VALUES(8267235403302945296,'kind',0,193,202,'Công điện','printed');
INSERT INTO evidence VALUES(8267235403302945296,'number',0,206,216,'15/CĐ-UBND','printed');
INSERT INTO evidence VALUES(8267235403302945296,'number_key',0,206,216,'15/CĐ-UBND','printed');
INSERT INTO evidence VALUES(8267235403302945296,'subkind',0,193,202,'Công điện','printed');
INSERT INTO evidence VALUES(8395180405724937052,'comparator',0,425,440,'2.318/2.340 tàu','printed');
INSERT INTO evidence VALUES(8395180405724937052,'direction',0,425,440,'2.318/2.340 tàu','printed');
INSERT INTO evidence VALUES(8395180405724937052,'indicator',0,441,443,'cá','printed');
INSERT INTO evidence VALUES(8395180405724937052,'of',0,425,440,'2.318/2.340 tàu','printed');
INSERT INTO evidence VALUES(8395180405724937052,'quote',0,425,443,'2.318/2.340 tàu cá','printed');
INSERT INTO evidence VALUES(8395180405724937052,'status',0,425,443,'2.318/2.340 tàu cá','printed');
INSERT INTO evidence VALUES(8395180405724937052,'unit',0,437,440,'tàu','printed');
INSERT INTO evidence VALUES(8395180405724937052,'value',0,425,440,'2.318/2.340 tàu','printed');
INSERT INTO evidence VALUES(8437333554722918962,'action',0,721,815,'gọi toàn bộ tàu còn lại vào bờ trước 15 giờ ngày 27/9, sau đó cấm biển, trừ 3 tàu trực cứu nạn','printed');
INSERT INTO evidence VALUES(8437333554722918962,'assignees',0,687,720,'Bộ Chỉ huy Bộ đội Biên phòng tỉnh','printed');
INSERT INTO evidence VALUES(8437333554722918962,'deadline',0,752,774,'trước 15 giờ ngày 27/9','inferred');
INSERT INTO evidence VALUES(8437333554722918962,'issuer',0,654,678,'Quyền Chủ tịch UBND tỉnh','resolved');
INSERT INTO evidence VALUES(8437333554722918962,'parties.0.group',0,687,720,'Bộ Chỉ huy Bộ đội Biên phòng tỉnh','printed');
INSERT INTO evidence VALUES(8437333554722918962,'parties.0.name',0,687,720,'Bộ Chỉ huy Bộ đội Biên phòng tỉnh','printed');
INSERT INTO evidence VALUES(8437333554722918962,'parties.0.role',0,687,720,'Bộ Chỉ huy Bộ đội Biên phòng tỉnh','printed');
INSERT INTO evidence VALUES(8437333554722918962,'strength',0,679,686,'yêu cầu','printed');
INSERT INTO evidence VALUES(8474014268892387870,'kind',0,251,261,'Đảng ủy xã','printed');
INSERT INTO evidence VALUES(8474014268892387870,'level',0,251,261,'Đảng ủy xã','printed');
INSERT INTO evidence VALUES(8474014268892387870,'name',0,251,261,'Đảng ủy xã','printed');
INSERT INTO evidence VALUES(8527738109851409895,'name',0,58,71,'Trần Văn Bình','printed');
INSERT INTO evidence VALUES(8527738109851409895,'posts.0.body',0,48,57,'UBND tỉnh','printed');
INSERT INTO evidence VALUES(8527738109851409895,'posts.0.role',0,39,47,'Chủ tịch','printed');
INSERT INTO evidence VALUES(8527738109851409895,'posts.0.title',0,39,47,'Chủ tịch','printed');
INSERT INTO evidence VALUES(8531266988291043219,'kind',0,370,403,'Ban Chỉ huy phòng thủ dân sự tỉnh','printed');
INSERT INTO evidence VALUES(8531266988291043219,'name',0,370,403,'Ban Chỉ huy phòng thủ dân sự tỉnh','printed');
INSERT INTO evidence VALUES(8798676737507262903,'kind',0,965,993,'Sở Nông nghiệp và Môi trường','printed');
INSERT INTO evidence VALUES(8798676737507262903,'level',0,965,993,'Sở Nông nghiệp và Môi trường','printed');
INSERT INTO evidence VALUES(8798676737507262903,'name',0,965,993,'Sở Nông nghiệp và Môi trường','printed');
INSERT INTO evidence VALUES(8820818530233837128,'action',0,1101,1168,'bảo đảm lương thực, nước uống cho 10 ngày tại các xã dễ bị chia cắt','printed');
INSERT INTO evidence VALUES(8820818530233837128,'assignees',0,1086,1100,'Sở Công Thương','printed');
INSERT INTO evidence VALUES(8820818530233837128,'issuer',0,654,678,'Quyền Chủ tịch UBND tỉnh','resolved');
INSERT INTO evidence VALUES(8820818530233837128,'parties.0.group',0,1086,1100,'Sở Công Thương','printed');
INSERT INTO evidence VALUES(8820818530233837128,'parties.0.name',0,1086,1100,'Sở Công Thương','printed');
INSERT INTO evidence VALUES(8820818530233837128,'parties.0.role',0,1086,1100,'Sở Công Thương','printed');
INSERT INTO evidence VALUES(8820818530233837128,'strength',0,1086,1169,'Sở Công Thương bảo đảm lương thực, nước uống cho 10 ngày tại các xã dễ bị chia cắt.','printed');
INSERT INTO evidence VALUES(9120634274480353791,'comparator',0,517,523,'khoảng','printed');
INSERT INTO evidence VALUES(9120634274480353791,'direction',0,524,536,'17.900 người','printed');
INSERT INTO evidence VALUES(9120634274480353791,'quote',0,513,536,'với khoảng 17.900 người','printed');
INSERT INTO evidence VALUES(9120634274480353791,'status',0,513,536,'với khoảng 17.900 người','printed');
INSERT INTO evidence VALUES(9120634274480353791,'unit',0,531,536,'người','printed');
INSERT INTO evidence VALUES(9120634274480353791,'value',0,524,536,'17.900 người','printed');
CREATE TABLE official (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  name TEXT NOT NULL  -- the fullest form in the article, no title, Russian in the nominative
) STRICT;
INSERT INTO official VALUES(451350712457629502,'Phùng Thế Hưng');
INSERT INTO official VALUES(2448495546001188191,'Đinh Công Trứ');
INSERT INTO official VALUES(5560902914132202207,'Mạc Văn Tuyến');
INSERT INTO official VALUES(6630903845856042619,'Hồ Sỹ Đạt');
INSERT INTO official VALUES(8527738109851409895,'Trần Văn Bình');
CREATE TABLE official_posts (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the official
  n INTEGER NOT NULL,  -- place in the list, from 0
  title TEXT,  -- the post as written, Russian in the nominative
  role TEXT  -- the kind of post
    CHECK (role IN ('general_secretary', 'president', 'vice_president', 'prime_minister',
      'deputy_prime_minister', 'minister', 'deputy_minister', 'secretary', 'deputy_secretary',
      'standing_deputy_secretary', 'chair', 'vice_chair', 'standing_vice_chair', 'director',
      'deputy_director', 'head', 'deputy_head', 'chief_of_office', 'member', 'standing_member',
      'alternate_member', 'delegate', 'commander', 'governor', 'deputy_governor', 'mayor',
      'deputy_mayor', 'ambassador', 'other')),
  body TEXT,  -- the body as written beside the title, Russian in the nominative
  capacity TEXT  -- whether the post is held, was held, or is held for another
    CHECK (capacity IN ('current', 'former', 'acting', 'in_charge', 'appointed', 'relieved',
      'deceased')),
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
INSERT INTO official_posts VALUES(451350712457629502,0,'Chủ tịch','chair','UBND tỉnh','acting');
INSERT INTO official_posts VALUES(2448495546001188191,0,'Phó Tư lệnh','commander','Quân khu',NULL);
INSERT INTO official_posts VALUES(5560902914132202207,0,'Bí thư','secretary','Đảng ủy xã',NULL);
INSERT INTO official_posts VALUES(6630903845856042619,0,'Chủ tịch','chair','UBND xã','former');
INSERT INTO official_posts VALUES(8527738109851409895,0,'Chủ tịch','chair','UBND tỉnh',NULL);
CREATE TABLE agency (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  name TEXT NOT NULL,  -- the fullest written form, Russian in the nominative
  kind TEXT  -- the kind of body
    CHECK (kind IN ('peoples_committee', 'peoples_council', 'party_committee', 'ministry',
      'department', 'division', 'office', 'police', 'military', 'court', 'procuracy', 'inspectorate',
      'front', 'association', 'steering_committee', 'assembly', 'government', 'politburo',
      'central_committee', 'agency', 'school', 'hospital', 'other')),
  level TEXT  -- the level of government
    CHECK (level IN ('central', 'province', 'district', 'commune')),
  place TEXT,  -- the place whose body it is
  place_basis TEXT  -- whether the place is printed or inferred
    CHECK (place_basis IN ('printed', 'resolved', 'inferred'))
) STRICT;
INSERT INTO agency VALUES(353854975559004592,'Bộ Chỉ huy Bộ đội Biên phòng tỉnh','military','province',NULL,NULL);
INSERT INTO agency VALUES(500371435630543817,'Sở Giáo dục và Đào tạo','department','province',NULL,NULL);
INSERT INTO agency VALUES(524041726219822826,'Quân khu','military',NULL,NULL,NULL);
INSERT INTO agency VALUES(758779102050348704,'Công an tỉnh','police','province',NULL,NULL);
INSERT INTO agency VALUES(2077656672590303129,'Sở Công Thương','department','province',NULL,NULL);
INSERT INTO agency VALUES(2232160905586678017,'Sở Y tế','department','province',NULL,NULL);
INSERT INTO agency VALUES(2717986356509820220,'Sở Xây dựng','department','province',NULL,NULL);
INSERT INTO agency VALUES(3100310861947538652,'Đảng ủy xã','party_committee','commune',NULL,NULL);
INSERT INTO agency VALUES(3435408609348712891,'UBND tỉnh','peoples_committee','province',NULL,NULL);
INSERT INTO agency VALUES(5231827041338676781,'Sở Tài chính','department','province',NULL,NULL);
INSERT INTO agency VALUES(7040436608099497378,'UBND tỉnh','peoples_committee','province',NULL,NULL);
INSERT INTO agency VALUES(7403056799374473472,'UBND xã','peoples_committee','commune',NULL,NULL);
INSERT INTO agency VALUES(8474014268892387870,'Đảng ủy xã','party_committee','commune',NULL,NULL);
INSERT INTO agency VALUES(8531266988291043219,'Ban Chỉ huy phòng thủ dân sự tỉnh','steering_committee',NULL,NULL,NULL);
INSERT INTO agency VALUES(8798676737507262903,'Sở Nông nghiệp và Môi trường','department','province',NULL,NULL);
CREATE TABLE resolution (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  kind TEXT  -- the kind of instrument
    CHECK (kind IN ('resolution', 'decision', 'directive', 'conclusion', 'plan', 'programme',
      'project', 'law', 'decree', 'circular', 'joint_circular', 'code', 'constitution', 'dispatch',
      'official_letter', 'notice', 'report', 'order', 'ordinance', 'regulation', 'strategy',
      'planning', 'other')),
  subkind TEXT,  -- the finer kind, as the state names it
  number TEXT,  -- exactly as printed, without the number sign
  number_key TEXT,  -- the number folded for comparison
  issued TEXT CHECK (issued GLOB '????-??-??'),  -- the day it was issued
  issuer TEXT,  -- the body or person that issued it, as written
  title TEXT,  -- what it is about, as written
  state TEXT  -- issued, a draft, or still to be written
    CHECK (state IN ('issued', 'draft', 'to_be_written')),
  signer TEXT,  -- the person who signed it
  on_behalf_of TEXT  -- for whom it was signed
) STRICT;
INSERT INTO resolution VALUES(1725722308569731546,'resolution','resolution','57-NQ/TW','57-NQ-TW',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO resolution VALUES(1778345776262441900,'dispatch','dispatch','171/CĐ-TTg','171-CD-TTG','2025-09-26','Thủ tướng Chính phủ',NULL,NULL,NULL,NULL);
INSERT INTO resolution VALUES(8267235403302945296,'dispatch','dispatch','15/CĐ-UBND','15-CD-UBND',NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE target (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  quote TEXT NOT NULL,  -- the shortest phrase that states it
  indicator TEXT,  -- what is measured, as written
  value REAL NOT NULL,  -- the figure, amounts multiplied out, percent as 30
  value_max REAL,  -- the upper figure of a range
  "of" REAL,  -- the whole that the value is counted out of
  unit TEXT  -- the unit of the value
    CHECK (unit IN ('percent', 'vnd', 'usd', 'rub', 'eur', 'php', 'inr', 'task', 'project',
      'procedure', 'dossier', 'criterion', 'document', 'household', 'person', 'job', 'student', 'bed',
      'enterprise', 'cooperative', 'commune', 'village', 'district', 'province', 'locality', 'school',
      'km', 'metre', 'hectare', 'square_metre', 'cubic_metre', 'tonne', 'tonne_per_hectare',
      'megawatt', 'day', 'month', 'year', 'rank', 'ratio', 'times', 'point', 'other')),
  comparator TEXT  -- how the figure binds
    CHECK (comparator IN ('at_least', 'at_most', 'equal', 'approx', 'range')),
  direction TEXT  -- growth, fall, or a level
    CHECK (direction IN ('increase', 'decrease', 'reach')),
  "by" TEXT CHECK ("by" GLOB '????-??-??'),  -- the last day of the date that goes with it
  status TEXT  -- a goal, or a result or estimate
    CHECK (status IN ('goal', 'result')),
  subject TEXT,  -- whose figure it is
  period TEXT,  -- of which period, as written
  as_of TEXT CHECK (as_of GLOB '????-??-??'),  -- as of which day
  baseline TEXT  -- compared with what, as written
) STRICT;
INSERT INTO target VALUES(1251682248921066217,'1.120/1.120 hộ',NULL,1120.0,NULL,1120.0,'household','equal','reach',NULL,'result',NULL,NULL,NULL,NULL);
INSERT INTO target VALUES(3124870188179948752,'Phấn đấu đạt ít nhất 80%',NULL,80.0,NULL,NULL,'percent','at_least','reach',NULL,'goal',NULL,NULL,NULL,NULL);
INSERT INTO target VALUES(3312888372128482245,'đã hoàn thành 12/15 nhiệm vụ',NULL,12.0,NULL,15.0,'task','equal','reach',NULL,'result',NULL,NULL,NULL,NULL);
INSERT INTO target VALUES(5464033259978876697,'có 4.650 hộ',NULL,4650.0,NULL,NULL,'household','equal','reach',NULL,'result',NULL,NULL,NULL,NULL);
INSERT INTO target VALUES(6192734604869094108,'dưới 41 m',NULL,41.0,NULL,NULL,'metre','at_most','reach','2025-09-28','goal',NULL,NULL,NULL,NULL);
INSERT INTO target VALUES(8395180405724937052,'2.318/2.340 tàu cá','cá',2318.0,NULL,2340.0,'other','equal','reach',NULL,'result',NULL,NULL,NULL,NULL);
INSERT INTO target VALUES(9120634274480353791,'với khoảng 17.900 người',NULL,17900.0,NULL,NULL,'person','approx','reach',NULL,'result',NULL,NULL,NULL,NULL);
CREATE TABLE deadline (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  date TEXT CHECK (date GLOB '????-??-??'),  -- the last day that still meets it; null: see anchor
  precision TEXT  -- the unit printed
    CHECK (precision IN ('day', 'month', 'quarter', 'half_year', 'year')),
  quote TEXT NOT NULL,  -- the shortest phrase that states it
  task TEXT,  -- what is due
  raw TEXT,  -- the date as printed
  kind TEXT  -- an obligation, an expectation or a vision
    CHECK (kind IN ('obligation', 'expected', 'vision')),
  recurrence TEXT  -- as printed, when it comes again
) STRICT;
INSERT INTO deadline VALUES(351812369267911297,'2025-10-01','day','trước ngày 01/10/2025','báo cáo về Ban Chỉ huy phòng thủ dân sự tỉnh trước 16 giờ hằng ngày và tổng hợp thiệt hại ban đầu trước ngày 01/10/2025','ngày 01/10/2025',NULL,NULL);
INSERT INTO deadline VALUES(522223292504425572,'2025-09-15','day','trước ngày 15/9/2025','báo cáo kết quả trước ngày 15/9/2025','ngày 15/9/2025',NULL,NULL);
INSERT INTO deadline VALUES(4682609677445952483,'2025-09-27','day','trước 15 giờ ngày 27/9','gọi toàn bộ tàu còn lại vào bờ trước 15 giờ ngày 27/9, sau đó cấm biển, trừ 3 tàu trực cứu nạn','ngày 27/9',NULL,NULL);
INSERT INTO deadline VALUES(5826418524874094435,'2025-09-28','day','trước 6 giờ ngày 28/9/2025','vận hành liên hồ chứa, hạ mực nước hồ Suối Vàng xuống dưới 41 m trước 6 giờ ngày 28/9/2025','ngày 28/9/2025',NULL,NULL);
CREATE TABLE deadline_assignees (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the deadline
  n INTEGER NOT NULL,  -- place in the list, from 0
  value TEXT NOT NULL,  -- who has to do it, as written
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
INSERT INTO deadline_assignees VALUES(351812369267911297,0,'Các xã, phường');
INSERT INTO deadline_assignees VALUES(522223292504425572,0,'Sở Y tế');
INSERT INTO deadline_assignees VALUES(522223292504425572,1,'Sở Tài chính');
INSERT INTO deadline_assignees VALUES(4682609677445952483,0,'Bộ Chỉ huy Bộ đội Biên phòng tỉnh');
INSERT INTO deadline_assignees VALUES(5826418524874094435,0,'Sở Nông nghiệp và Môi trường');
CREATE TABLE deadline_anchor (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the deadline
  n INTEGER NOT NULL,  -- place in the list, from 0
  count REAL,  -- how many units
  unit TEXT  -- day, month or year
    CHECK (unit IN ('percent', 'vnd', 'usd', 'rub', 'eur', 'php', 'inr', 'task', 'project',
      'procedure', 'dossier', 'criterion', 'document', 'household', 'person', 'job', 'student', 'bed',
      'enterprise', 'cooperative', 'commune', 'village', 'district', 'province', 'locality', 'school',
      'km', 'metre', 'hectare', 'square_metre', 'cubic_metre', 'tonne', 'tonne_per_hectare',
      'megawatt', 'day', 'month', 'year', 'rank', 'ratio', 'times', 'point', 'other')),
  "from" TEXT,  -- the event it is counted from, as written
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE directive (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  issuer TEXT,  -- the person's bare name if the article gives it, else the body
  action TEXT NOT NULL,  -- the task from its verb, its clause, at most 60 words
  deadline TEXT CHECK (deadline GLOB '????-??-??'),  -- the first date of the task
  strength TEXT  -- how binding it is
    CHECK (strength IN ('order', 'assign', 'request', 'remind', 'emphasise', 'propose', 'hope')),
  given TEXT CHECK (given GLOB '????-??-??'),  -- the day it was given
  urgency TEXT,  -- as written
  negated INTEGER CHECK (negated IN (0, 1)),  -- true when something is not to be done
  "except" TEXT  -- who is exempted, as written
) STRICT;
INSERT INTO directive VALUES(2291507094645981984,'Phùng Thế Hưng','tổ chức sơ tán dân, hoàn thành trước 18 giờ cùng ngày, tuyệt đối không để người dân ở lại lồng bè, chòi canh',NULL,'assign',NULL,NULL,NULL,NULL);
INSERT INTO directive VALUES(3961011121813865918,'Phùng Thế Hưng','báo cáo về Ban Chỉ huy phòng thủ dân sự tỉnh trước 16 giờ hằng ngày và tổng hợp thiệt hại ban đầu trước ngày 01/10/2025','2025-10-01','assign',NULL,NULL,NULL,NULL);
INSERT INTO directive VALUES(4095239220039123670,'Trần Văn Bình','báo cáo kết quả trước ngày 15/9/2025','2025-09-15','assign',NULL,NULL,NULL,NULL);
INSERT INTO directive VALUES(5133855800947895870,'Phùng Thế Hưng','chốt chặn 37 ngầm tràn',NULL,'assign',NULL,NULL,NULL,NULL);
INSERT INTO directive VALUES(5374536930846747182,'Phùng Thế Hưng','cho học sinh nghỉ học ngày 28/9 và sáng 29/9',NULL,'assign',NULL,NULL,NULL,NULL);
INSERT INTO directive VALUES(5674758992121378258,'Phùng Thế Hưng','vận hành liên hồ chứa, hạ mực nước hồ Suối Vàng xuống dưới 41 m trước 6 giờ ngày 28/9/2025','2025-09-28','assign',NULL,NULL,NULL,NULL);
INSERT INTO directive VALUES(8437333554722918962,'Phùng Thế Hưng','gọi toàn bộ tàu còn lại vào bờ trước 15 giờ ngày 27/9, sau đó cấm biển, trừ 3 tàu trực cứu nạn','2025-09-27','order',NULL,NULL,NULL,NULL);
INSERT INTO directive VALUES(8820818530233837128,'Phùng Thế Hưng','bảo đảm lương thực, nước uống cho 10 ngày tại các xã dễ bị chia cắt',NULL,'assign',NULL,NULL,NULL,NULL);
CREATE TABLE directive_assignees (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the directive
  n INTEGER NOT NULL,  -- place in the list, from 0
  value TEXT NOT NULL,  -- the leads, as written
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
INSERT INTO directive_assignees VALUES(2291507094645981984,0,'Chủ tịch UBND các xã, phường ven biển');
INSERT INTO directive_assignees VALUES(3961011121813865918,0,'Các xã, phường');
INSERT INTO directive_assignees VALUES(4095239220039123670,0,'Sở Y tế');
INSERT INTO directive_assignees VALUES(4095239220039123670,1,'Sở Tài chính');
INSERT INTO directive_assignees VALUES(5133855800947895870,0,'Công an tỉnh');
INSERT INTO directive_assignees VALUES(5374536930846747182,0,'Sở Giáo dục và Đào tạo');
INSERT INTO directive_assignees VALUES(5674758992121378258,0,'Sở Nông nghiệp và Môi trường');
INSERT INTO directive_assignees VALUES(8437333554722918962,0,'Bộ Chỉ huy Bộ đội Biên phòng tỉnh');
INSERT INTO directive_assignees VALUES(8820818530233837128,0,'Sở Công Thương');
CREATE TABLE directive_resolutions (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the directive
  n INTEGER NOT NULL,  -- place in the list, from 0
  value TEXT NOT NULL,  -- numbers or titles of the instruments concerned
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
INSERT INTO directive_resolutions VALUES(4095239220039123670,0,'57-NQ/TW');
CREATE TABLE directive_parties (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the directive
  n INTEGER NOT NULL,  -- place in the list, from 0
  name TEXT NOT NULL,  -- as written, Russian in the nominative
  role TEXT  -- its part in the task
    CHECK (role IN ('lead', 'support', 'advised', 'recipient', 'via')),
  "group" INTEGER CHECK ("group" IN (0, 1)),  -- true for a collective addressee without a name
  PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;
INSERT INTO directive_parties VALUES(2291507094645981984,0,'Chủ tịch UBND các xã, phường ven biển','lead',1);
INSERT INTO directive_parties VALUES(3961011121813865918,0,'Các xã, phường','lead',1);
INSERT INTO directive_parties VALUES(4095239220039123670,0,'Sở Y tế','lead',0);
INSERT INTO directive_parties VALUES(4095239220039123670,1,'Sở Tài chính','lead',0);
INSERT INTO directive_parties VALUES(5133855800947895870,0,'Công an tỉnh','lead',0);
INSERT INTO directive_parties VALUES(5133855800947895870,1,'Sở Xây dựng','support',0);
INSERT INTO directive_parties VALUES(5374536930846747182,0,'Sở Giáo dục và Đào tạo','lead',0);
INSERT INTO directive_parties VALUES(5674758992121378258,0,'Sở Nông nghiệp và Môi trường','lead',0);
INSERT INTO directive_parties VALUES(8437333554722918962,0,'Bộ Chỉ huy Bộ đội Biên phòng tỉnh','lead',0);
INSERT INTO directive_parties VALUES(8820818530233837128,0,'Sở Công Thương','lead',0);
CREATE TABLE directive_links (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the directive
  list TEXT NOT NULL  -- which list of links it stands in
    CHECK (list IN ('deadlines', 'targets', 'resolutions')),
  n INTEGER NOT NULL,  -- place in the list, from 0
  target INTEGER NOT NULL REFERENCES record (key) DEFERRABLE INITIALLY DEFERRED,  -- the record it links to
  relation TEXT  -- for resolutions: how the directive stands to it
    CHECK (relation IN ('under', 'implements', 'issued_in', 'to_draft')),
  PRIMARY KEY (record, list, n)
) STRICT, WITHOUT ROWID;
INSERT INTO directive_links VALUES(3961011121813865918,'deadlines',0,351812369267911297,NULL);
INSERT INTO directive_links VALUES(4095239220039123670,'deadlines',0,522223292504425572,NULL);
INSERT INTO directive_links VALUES(4095239220039123670,'resolutions',0,1725722308569731546,'under');
INSERT INTO directive_links VALUES(5674758992121378258,'deadlines',0,5826418524874094435,NULL);
INSERT INTO directive_links VALUES(5674758992121378258,'targets',0,6192734604869094108,NULL);
INSERT INTO directive_links VALUES(8437333554722918962,'deadlines',0,4682609677445952483,NULL);
CREATE TABLE progress (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  body TEXT,  -- whose tasks
  task TEXT,  -- which tasks, as written
  value REAL,  -- how many
  "of" REAL,  -- out of how many
  state TEXT NOT NULL  -- what became of them
    CHECK (state IN ('done', 'on_schedule', 'late', 'not_started', 'cancelled')),
  as_of TEXT CHECK (as_of GLOB '????-??-??'),  -- as of which day
  reporter TEXT  -- who says so
) STRICT;
INSERT INTO progress VALUES(8116722754734577895,NULL,NULL,12.0,15.0,'done',NULL,NULL);
CREATE TABLE event (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the record
  kind TEXT NOT NULL  -- the kind of event
    CHECK (kind IN ('meeting', 'inspection', 'ceremony', 'visit', 'signing', 'session', 'congress',
      'other')),
  date TEXT CHECK (date GLOB '????-??-??'),  -- the last day that still meets it; null: see anchor
  place TEXT,  -- where
  chair TEXT  -- the person who chaired it
) STRICT;
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 VALUES('directive_links','links_by_target','2 1');
INSERT INTO sqlite_stat1 VALUES('directive_links','directive_links','2 2 1 1');
INSERT INTO sqlite_stat1 VALUES('official_posts','official_posts','5 1 1');
INSERT INTO sqlite_stat1 VALUES('directive','directive_by_date','8 2');
INSERT INTO sqlite_stat1 VALUES('input','input_refused','1 1 1');
INSERT INTO sqlite_stat1 VALUES('input','input_by_article','3 1');
INSERT INTO sqlite_stat1 VALUES('input','input','3 1');
INSERT INTO sqlite_stat1 VALUES('record','record_by_id','43 1');
INSERT INTO sqlite_stat1 VALUES('record','record_by_article','43 22 4 1');
CREATE TABLE entity (
  key INTEGER PRIMARY KEY,  -- first 63 bits of a SHA-256 over id
  id TEXT NOT NULL,  -- public and stable: "official-" and 16 hexadecimal digits
  type TEXT NOT NULL  -- the kind of record that names it
    CHECK (type IN ('official', 'agency', 'resolution')),
  name TEXT NOT NULL,  -- to show: in Vietnamese, where it is known
  name_en TEXT,  -- in English or without marks
  name_ru TEXT,  -- in Russian
  kind TEXT,  -- of a body or an instrument, as in agency.kind and resolution.kind
  place TEXT,  -- whose it is: key of a place, "central", or null when it is not known
  valid_from TEXT CHECK (valid_from GLOB '????-??-??'),  -- of a body of the catalog: its first day
  valid_to TEXT CHECK (valid_to GLOB '????-??-??')  -- of a body of the catalog: its last day
) STRICT;
CREATE TABLE entity_form (
  key INTEGER PRIMARY KEY,  -- first 63 bits of a SHA-256 over form
  form TEXT NOT NULL,  -- type, name, place and office or year, parted by |
  type TEXT NOT NULL  -- as of the entity
    CHECK (type IN ('official', 'agency', 'resolution')),
  block TEXT NOT NULL,  -- forms that may be one entity share it
  language TEXT NOT NULL,  -- vi, en or ru: of the name
  name TEXT NOT NULL,  -- as an article prints it, a Vietnamese one before others
  name_en TEXT,  -- as an English article prints it
  name_ru TEXT,  -- as a Russian article has it, in the nominative
  kind TEXT NOT NULL,  -- of a body or an instrument; may be empty
  scope TEXT NOT NULL,  -- place whose it is, "central", "?story-…" or empty
  part TEXT NOT NULL,  -- office of an official, id of a body in the catalog, year of an instrument
  entity INTEGER NOT NULL REFERENCES entity (key) DEFERRABLE INITIALLY DEFERRED,  -- what it means
  rule TEXT NOT NULL,  -- why it means that: a word of docs/resolution.md
  strength REAL NOT NULL,  -- of the reason, from 0 to 1
  evidence TEXT NOT NULL  -- the reason for people; may be empty
) STRICT;
CREATE TABLE entity_use (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- official, agency or resolution
  form INTEGER NOT NULL REFERENCES entity_form (key) DEFERRABLE INITIALLY DEFERRED,  -- the form
  authority INTEGER NOT NULL,  -- of the article's language: 0 Vietnamese, 1 English, 2 Russian
  name TEXT NOT NULL,  -- the name in this article
  rule TEXT NOT NULL,  -- why it is that form: a word of docs/resolution.md
  strength REAL NOT NULL,  -- of the reason, from 0 to 1
  evidence TEXT NOT NULL  -- the reason for people; may be empty
) STRICT;
CREATE TABLE story (
  key INTEGER PRIMARY KEY,  -- first 63 bits of a SHA-256 over id
  id TEXT NOT NULL,  -- public: "story-" and 16 hexadecimal digits
  place TEXT,  -- key of the place where it plays; null when it is not known
  place_name TEXT,  -- its name
  place_basis TEXT  -- how the place is known
    CHECK (place_basis IN ('printed', 'site', 'text'))
) STRICT;
CREATE TABLE story_article (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,  -- the article
  story INTEGER NOT NULL REFERENCES story (key) DEFERRABLE INITIALLY DEFERRED,  -- its story
  pack TEXT NOT NULL,  -- pack and tables by which it was resolved
  evidence TEXT NOT NULL  -- what it shares with another article of the story; empty for the only one
) STRICT;
CREATE TABLE story_key (
  word TEXT NOT NULL,  -- a person's name in classes of sounds, a document's number, a figure
  day INTEGER NOT NULL,  -- of publication, in days since 1970; -1000000 when it is not known
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- the article
  PRIMARY KEY (word, day, article)
) STRICT, WITHOUT ROWID;
CREATE TABLE task (
  key INTEGER PRIMARY KEY,  -- first 63 bits of a SHA-256 over id
  id TEXT NOT NULL,  -- public: "task-" and 16 hexadecimal digits
  action TEXT NOT NULL,  -- in the words of its first statement, Vietnamese before a translation
  language TEXT NOT NULL,  -- of the words
  assignees TEXT NOT NULL,  -- a JSON array of ids of entities
  due TEXT CHECK (due GLOB '????-??-??'),  -- the last day, as the latest statement has it
  first_due TEXT CHECK (first_due GLOB '????-??-??'),  -- as the first statement had it
  disputed INTEGER NOT NULL CHECK (disputed IN (0, 1))  -- 1 if statements of one story name different days
) STRICT;
CREATE TABLE task_statement (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- directive, deadline, target, progress
  task INTEGER NOT NULL REFERENCES task (key) DEFERRABLE INITIALLY DEFERRED,  -- the task
  what TEXT NOT NULL  -- what it says of the task
    CHECK (what IN ('assigned', 'repeated', 'extended', 'reported')),
  due TEXT CHECK (due GLOB '????-??-??'),  -- the day that it names
  said TEXT CHECK (said GLOB '????-??-??'),  -- the day of the article
  rule TEXT NOT NULL,  -- why it is this task: a word of docs/resolution.md
  strength REAL NOT NULL,  -- of the reason, from 0 to 1
  evidence TEXT NOT NULL  -- the reason for people; may be empty
) STRICT;
CREATE TABLE correction (
  n INTEGER PRIMARY KEY,  -- line of the file, from 1
  what TEXT NOT NULL  -- what was decided
    CHECK (what IN ('merge', 'split', 'wrong', 'undo')),
  at TEXT NOT NULL,  -- when, ISO date and time
  who TEXT NOT NULL,  -- by whom
  why TEXT NOT NULL,  -- the reason given
  subjects TEXT NOT NULL,  -- a JSON array: forms, ids of records, or the line that is undone
  old TEXT NOT NULL  -- what held before, a JSON object
) STRICT;
CREATE TABLE wrong_record (
  id TEXT PRIMARY KEY,  -- of the record
  correction INTEGER NOT NULL REFERENCES correction (n) DEFERRABLE INITIALLY DEFERRED  -- the line that says so
) STRICT, WITHOUT ROWID;
CREATE TABLE find_article (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,  -- the article
  current INTEGER NOT NULL CHECK (current IN (0, 1)),  -- 1 when it is what an input gave last
  source TEXT,  -- its URL, else the first input that gave it
  host TEXT,  -- of the source, "www." left out; the folder of a file
  published TEXT,  -- the day
  language TEXT,  -- of the text
  partial INTEGER NOT NULL CHECK (partial IN (0, 1)),  -- 1 when it was read in part only
  records INTEGER NOT NULL,  -- how many records it has
  stored INTEGER  -- when the run began that stored it, seconds since 1970, UTC
) STRICT;
INSERT INTO find_article VALUES(319646980524894355,1,'corpus/vi/0012-cong-dien-ung-pho-bao/page.html','corpus/vi/0012-cong-dien-ung-pho-bao','2025-09-27','vi',0,32,1795311820);
INSERT INTO find_article VALUES(1277934945218669199,1,'a.txt','','2025-09-05','vi',0,11,NULL);
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','find_text','find_text',0,'CREATE VIRTUAL TABLE find_text USING fts5 (
  title, body, content = '''', tokenize = "unicode61 remove_diacritics 0")');
CREATE TABLE IF NOT EXISTS 'find_text_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO find_text_data VALUES(1,X'021a834a');
INSERT INTO find_text_data VALUES(10,X'000000000102030002010101020102');
INSERT INTO find_text_data VALUES(137438953473,X'000003d20330313288ef84b0fedfa2aa8f0601013f02013588ef84b0fedfa2aa8f0801012c1601043230323588ef84b0fedfa2aa8f0601012e01013588ef84b0fedfa2aa8f0601010302013788ef84b0fedfa2aa8f060101180102383088ef84b0fedfa2aa8f0601013401013988ef84b0fedfa2aa8f0a050101042b0102616e88ef84b0fedfa2aa8f06010107010362616e88ef84b0fedfa2aa8f020303016f88ef84b0fedfa2aa8f060101260203696e6888ef84b0fedfa2aa8f0601010e010363616f88ef84b0fedfa2aa8f06010127020468696e6888ef84b0fedfa2aa8f0601012503017588ef84b0fedfa2aa8f0a010108090e0203756f6388ef84b0fedfa2aa8f060101110102646188ef84b0fedfa2aa8f0601013c03026e6788ef84b0fedfa2aa8f0601013903017488ef84b0fedfa2aa8f0601013103017588ef84b0fedfa2aa8f0601013001046769616f88ef84b0fedfa2aa8f080201011f0102686188ef84b0fedfa2aa8f06010106020369656e88ef84b0fedfa2aa8f0601011402016f88ef84b0fedfa2aa8f060101350302616e88ef84b0fedfa2aa8f0601013d03017088ef84b0fedfa2aa8f060101120102697488ef84b0fedfa2aa8f0601013201036b657488ef84b0fedfa2aa8f0601012801046e67617988ef84b0fedfa2aa8f0601012b0302686988ef84b0fedfa2aa8f06010115020368617488ef84b0fedfa2aa8f06010133030369656d88ef84b0fedfa2aa8f0601014102017188ef84b0fedfa2aa8f0601011901047068616e88ef84b0fedfa2aa8f0601012f010371756188ef84b0fedfa2aa8f06010129030379657488ef84b0fedfa2aa8f06010116010473616e6788ef84b0fedfa2aa8f0601010202016f88ef84b0fedfa2aa8f0c0101170b0515010374616988ef84b0fedfa2aa8f080101052102016588ef84b0fedfa2aa8f06010122020468616e6788ef84b0fedfa2aa8f020405016888ef84b0fedfa2aa8f0601013e0302756388ef84b0fedfa2aa8f06010113020369636888ef84b0fedfa2aa8f080101091503026e6888ef84b0fedfa2aa8f0801010b15020372616e88ef84b0fedfa2aa8f0601010c03016988ef84b0fedfa2aa8f060101100302756388ef84b0fedfa2aa8f0601013704026f6388ef84b0fedfa2aa8f0601012a02047579656e88ef84b0fedfa2aa8f0601013802017788ef84b0fedfa2aa8f0601011a010475626e6488ef84b0fedfa2aa8f0801010a1502017988ef84b0fedfa2aa8f0601013a010376616e88ef84b0fedfa2aa8f0601010d02017588ef84b0fedfa2aa8f060101420102786188ef84b0fedfa2aa8f0601013b01017988ef84b0fedfa2aa8f060101210411111310101112111010121213121211111010141112101110111213111212101312121313131011101113121210111113101410121011');
INSERT INTO find_text_data VALUES(274877906945,X'00000f0003303031829bf3d3e1deece893080101823b020139829bf3d3e1deece89306010103010131829bf3d3e1deece8930a0101824c04020130829bf3d3e1deece8930c01010581714a02023230829bf3d3e1deece8930a0101824d04020135829bf3d3e1deece8930e0c01010a138106020136829bf3d3e1deece893080101822e020137829bf3d3e1deece8930601016a030131829bf3d3e1deece89306010136020138829bf3d3e1deece8930a160101813e010132829bf3d3e1deece89308010150040203303235829bf3d3e1deece893100101042418812f56020132829bf3d3e1deece8930601015e020136829bf3d3e1deece8930601013a020137829bf3d3e1deece8930e0f010102248100020138829bf3d3e1deece8930a0101816724020139829bf3d3e1deece893080101820d010133829bf3d3e1deece8930801018129020130829bf3d3e1deece8930601012102023138829bf3d3e1deece8930601015102023430829bf3d3e1deece89306010153020137829bf3d3e1deece893080101821c010134829bf3d3e1deece8930601016502023032829bf3d3e1deece8930601010b020131829bf3d3e1deece8930801018161020138829bf3d3e1deece89306010106010136829bf3d3e1deece893080101816402023530829bf3d3e1deece89306010166010138829bf3d3e1deece8930601014c010139829bf3d3e1deece893161001011f080b0f6a47240602023030829bf3d3e1deece8930601016b0102616e829bf3d3e1deece8930a01015b8137030168829bf3d3e1deece89308010181040103626169829bf3d3e1deece893080101827a03016e829bf3d3e1deece8930c01014381641403016f829bf3d3e1deece8930e01012c8143372a020165829bf3d3e1deece893080101814b020169829bf3d3e1deece8930a0101817a4a0302656e829bf3d3e1deece8930e0101810015161002016f829bf3d3e1deece893100a0101622e05090701026361829bf3d3e1deece89306010155030163829bf3d3e1deece8930c01018131482a03016d829bf3d3e1deece893080101812603026e68829bf3d3e1deece893080101814d03016f829bf3d3e1deece8930c010182232a37030174829bf3d3e1deece893080101817c030175829bf3d3e1deece893080101810d020164829bf3d3e1deece8930801011c1d020368616e829bf3d3e1deece893080101821b050167829bf3d3e1deece8930801018252030169829bf3d3e1deece8930c0101444d8119040161829bf3d3e1deece893080101817b04026e68829bf3d3e1deece8930601014003016f829bf3d3e1deece8930a0101817312040169829bf3d3e1deece893080101814c04026e67829bf3d3e1deece8930801018253040174829bf3d3e1deece893080101821a030175829bf3d3e1deece8931001010f6914286647040161829bf3d3e1deece893080101607a040163829bf3d3e1deece893080101813702016f829bf3d3e1deece893080101640e03016e829bf3d3e1deece8930a0601015d3f040167829bf3d3e1deece893120101181906813a266602027561829bf3d3e1deece8930a01013d821a03026e67829bf3d3e1deece8930c010181408126030175829bf3d3e1deece893080101812c01026461829bf3d3e1deece8930c010156817d1003016d829bf3d3e1deece893080101816e03016e829bf3d3e1deece8931013010148740f653d040167829bf3d3e1deece893080101824403016f829bf3d3e1deece8930801018201030170829bf3d3e1deece893080101827b030174829bf3d3e1deece893080101825d030175829bf3d3e1deece8930a01015a8160020165829bf3d3e1deece8930e01018145367e1103016e829bf3d3e1deece8930601014b020169829bf3d3e1deece893080101826a0302656e829bf3d3e1deece8930a010119190603026e68829bf3d3e1deece8930801018272030175829bf3d3e1deece893080101826702016f829bf3d3e1deece8930801018125030169829bf3d3e1deece8930a010181123302027563829bf3d3e1deece893080101817f03026e67829bf3d3e1deece893080101821903026f69829bf3d3e1deece89308010181600103676961829bf3d3e1deece8930c0101087f816604016f829bf3d3e1deece893080101817e03016f829bf3d3e1deece893140d0c0101202f5521284c02026f69829bf3d3e1deece893080101811601026861829bf3d3e1deece8930801018159030169829bf3d3e1deece89312020101810281360c4a03016e829bf3d3e1deece893080101097f040167829bf3d3e1deece8930801018230040168829bf3d3e1deece8930801018155020369656e829bf3d3e1deece8930601013202016f829bf3d3e1deece8930e0101677207760d0302616e829bf3d3e1deece893080101813b030163829bf3d3e1deece8930a0101820405030169829bf3d3e1deece8930601011e030170829bf3d3e1deece8930a01018215210203756e67829bf3d3e1deece8930801011569030175829bf3d3e1deece8930801018261030179829bf3d3e1deece8930c0101454d811901026b65829bf3d3e1deece8930601017f0205686f616e67829bf3d3e1deece8930601016904026e67829bf3d3e1deece8930c010181448141030175829bf3d3e1deece8930801018271020369656d829bf3d3e1deece8930601017d020179829bf3d3e1deece8930601011701026c61829bf3d3e1deece8930801018302030169829bf3d3e1deece8930c070101811b300203656e68829bf3d3e1deece893080101826f020369656e829bf3d3e1deece893080101815602036f6e67829bf3d3e1deece893080101814a0204756f6e67829bf3d3e1deece893080101816f040174829bf3d3e1deece8930601010c01016d829bf3d3e1deece893080101816202026163829bf3d3e1deece893080101824702026f69829bf3d3e1deece893080101815202027563829bf3d3e1deece8930c0101815a812601036e616e829bf3d3e1deece893080101812d030179829bf3d3e1deece8930a01014f82110202656f829bf3d3e1deece89306010159020367616d829bf3d3e1deece893080101821d040170829bf3d3e1deece89306010171040179829bf3d3e1deece893180e010123186a222711152b0b03026869829bf3d3e1deece8930c010182065c1805026570829bf3d3e1deece89308010181500303756f69829bf3d3e1deece8930e01016c5c812424040179829bf3d3e1deece8930601016f0502656e829bf3d3e1deece8930a010182560f02026861829bf3d3e1deece8930801018254040174829bf3d3e1deece893080101830102026f69829bf3d3e1deece8930601015803026e67829bf3d3e1deece893080101814f0203756f63829bf3d3e1deece8930a0101815b1801016f829bf3d3e1deece8930801016d5d010470686169829bf3d3e1deece893080801017203016f829bf3d3e1deece8930a01012b8244040169829bf3d3e1deece893080101821404026e67829bf3d3e1deece8930c010146508116030175829bf3d3e1deece8930601014104026e67829bf3d3e1deece893080101136904036f6e67829bf3d3e1deece8930a0101813370040174829bf3d3e1deece89306010122020176829bf3d3e1deece8930601010701047175616e829bf3d3e1deece8930a010182660c050167829bf3d3e1deece8930203030379656e829bf3d3e1deece8930a01010e691401027261829bf3d3e1deece8930801018306010373616e829bf3d3e1deece8930801018278040167829bf3d3e1deece8930c01014e81406f030175829bf3d3e1deece89308010181240203696e68829bf3d3e1deece893080101820502016f829bf3d3e1deece8931a1101011a150a4047181e151c56020175829bf3d3e1deece8930a010149816403026f69829bf3d3e1deece893080101815d020179829bf3d3e1deece893080101825c0103746169829bf3d3e1deece8930a010181764a03016e829bf3d3e1deece8930e1201017447813503016f829bf3d3e1deece8930801018202030170829bf3d3e1deece89306010128030175829bf3d3e1deece8930e040101540d3c13020468616e67829bf3d3e1deece893080101827d050168829bf3d3e1deece893080101813c030165829bf3d3e1deece893080101146904016f829bf3d3e1deece893060101420303696574829bf3d3e1deece8930a0101823554030175829bf3d3e1deece8930e01013e0b81641c040163829bf3d3e1deece8930a010131814104036f6e67829bf3d3e1deece893080101816c040379656e829bf3d3e1deece89302050203696368829bf3d3e1deece89310010110691428812b03026575829bf3d3e1deece893080101827f03026e68829bf3d3e1deece893180101123a1b18140c7e1d381702016f829bf3d3e1deece89308010181360302616e829bf3d3e1deece8930801015c3d03026e67829bf3d3e1deece893080101823302027261829bf3d3e1deece8930601017e04016e829bf3d3e1deece893080101821e030169829bf3d3e1deece893080101821304026575829bf3d3e1deece8930c010181038140030175829bf3d3e1deece8930c01018128814e040163829bf3d3e1deece8930c0101812b815304026e67829bf3d3e1deece8930601012904026f63829bf3d3e1deece893140b0c0101811e21284c0e05026e67829bf3d3e1deece893080101815302027467829bf3d3e1deece89306010138020175829bf3d3e1deece893080101826e03036f6e67829bf3d3e1deece8930601013f030379656e829bf3d3e1deece8930801018249050174829bf3d3e1deece8930801018142010475626e64829bf3d3e1deece893120101110e5d1428812b02026e67829bf3d3e1deece8930601012a02036f6e67829bf3d3e1deece8930801018172020179829bf3d3e1deece893080101824501027661829bf3d3e1deece8930e01018151310d2903016e829bf3d3e1deece8930a0101815476040167829bf3d3e1deece893080101815e03016f829bf3d3e1deece8930c090101570c3d020165829bf3d3e1deece8930c010127817f6703016e829bf3d3e1deece893080101813402026f69829bf3d3e1deece8930a010168813002027561829bf3d3e1deece8930601011603026e67829bf3d3e1deece8930601016e01027861829bf3d3e1deece893140101810133482a210916030179829bf3d3e1deece8930a010182186f0202656d829bf3d3e1deece8930601010d02036f6e67829bf3d3e1deece89302140204756f6e67829bf3d3e1deece89308041210121313141110101211171010141211111011111110111110111110181113111313141112151511131112131111111311131111121112111511111112161314111411151111111112141011131211111212121215111712121611111112141212101213111311141411121012131313131410111212141312111310191412161013121111121411141211141012141010150e1412131311131a121211141411101414111110141412131017121a11121211111114131311181211111213111911131115121113131113111118121110');
INSERT INTO find_text_data VALUES(274877906946,X'0000001b0101815f0430796575829bf3d3e1deece893080101810c08');
CREATE TABLE IF NOT EXISTS 'find_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO find_text_idx VALUES(1,X'',2);
INSERT INTO find_text_idx VALUES(2,X'',2);
INSERT INTO find_text_idx VALUES(2,X'3079',4);
CREATE TABLE IF NOT EXISTS 'find_text_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO find_text_docsize VALUES(319646980524894355,X'168309');
INSERT INTO find_text_docsize VALUES(1277934945218669199,X'0441');
CREATE TABLE IF NOT EXISTS 'find_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO find_text_config VALUES('version',4);
CREATE TABLE find_name (
  key INTEGER PRIMARY KEY,  -- first 63 bits of a SHA-256 over the name
  name TEXT NOT NULL  -- as a record has it
) STRICT;
INSERT INTO find_name VALUES(120696526543885173,'Sở Y tế');
INSERT INTO find_name VALUES(148680894446848360,'Sở Giáo dục và Đào tạo');
INSERT INTO find_name VALUES(286663702235352375,'Công an tỉnh');
INSERT INTO find_name VALUES(669230558705009219,'Các xã, phường');
INSERT INTO find_name VALUES(1676898545793557157,'Quân khu');
INSERT INTO find_name VALUES(2611415878164462578,'UBND tỉnh');
INSERT INTO find_name VALUES(2785620501605350928,'Bộ Chỉ huy Bộ đội Biên phòng tỉnh');
INSERT INTO find_name VALUES(3008887185408517301,'Sở Xây dựng');
INSERT INTO find_name VALUES(3586207332277655401,'Sở Công Thương');
INSERT INTO find_name VALUES(3811127030438608944,'Thủ tướng Chính phủ');
INSERT INTO find_name VALUES(4051796819603862104,'Đinh Công Trứ');
INSERT INTO find_name VALUES(4333123664767596590,'Phùng Thế Hưng');
INSERT INTO find_name VALUES(5505163617514258531,'Mạc Văn Tuyến');
INSERT INTO find_name VALUES(5658435349763808019,'Đảng ủy xã');
INSERT INTO find_name VALUES(6487787396499496533,'Sở Nông nghiệp và Môi trường');
INSERT INTO find_name VALUES(6863171308055802331,'Hồ Sỹ Đạt');
INSERT INTO find_name VALUES(7236912360856059074,'Trần Văn Bình');
INSERT INTO find_name VALUES(7488645172053744314,'UBND xã');
INSERT INTO find_name VALUES(8054139110432499843,'Sở Tài chính');
INSERT INTO find_name VALUES(8242067694747468391,'Ban Chỉ huy phòng thủ dân sự tỉnh');
INSERT INTO find_name VALUES(8482674316380201643,'Chủ tịch UBND các xã, phường ven biển');
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','find_words','find_words',0,'CREATE VIRTUAL TABLE find_words USING fts5 (
  name, content = '''', columnsize = 0, tokenize = "unicode61 remove_diacritics 0")');
CREATE TABLE IF NOT EXISTS 'find_words_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO find_words_data VALUES(1,X'1552');
INSERT INTO find_words_data VALUES(10,X'000000000108080008010101020101030101040101050101060101070101080101');
INSERT INTO find_words_data VALUES(137438953473,X'000000dc053062696e68b29bd5d798adeafcc2020401056368696e68b7f1c1cdc9a3d1e8830204010464616e67a7a1d9cfc4bcdedb1302020102736f80eb99cdcfd98b93750202b786a7fff9cac6d50e02020103746169b7f1c1cdc9a3d1e883020302016580eb99cdcfd98b937502040203696e68928fb3cebe8b9dbbf20203020372616eb29bd5d798adeafcc20202010475626e64928fb3cebe8b9dbbf20202020179a7a1d9cfc4bcdedb130203010376616eb29bd5d798adeafcc2020301027861a7a1d9cfc4bcdedb13020401017980eb99cdcfd98b93750203041112111a100e1010110e100f');
INSERT INTO find_words_data VALUES(274877906945,X'000000b50430646174afcfdc9f89a5a3b1db02040102686fafcfdc9f89a5a3b1db02020203756e679e88cb909f999fb82e020401036d6163a699c8d2a3f1af8063020201057068756e679e88cb909f999fb82e020201027379afcfdc9f89a5a3b1db020301037468659e88cb909f999fb82e020302047579656ea699c8d2a3f1af80630204010475626e64b3fba0b1dc84ea9aba0202010376616ea699c8d2a3f1af8063020301027861b3fba0b1dc84ea9aba020304100f1010120f10111110');
INSERT INTO find_words_data VALUES(412316860417,X'000000360530636f6e679c8edbfbebda97b2580203010464696e689c8edbfbebda97b258020201037472759c8edbfbebda97b2580204041111');
INSERT INTO find_words_data VALUES(549755813889,X'000000a6043062616eb998b6ceb3a0cac26702020103636869b998b6ceb3a0cac2670203010364616eb998b6ceb3a0cac26702070103687579b998b6ceb3a0cac267020401036b68758bd1b1a5be89c9e2a50203010570686f6e67b998b6ceb3a0cac267020501047175616e8bd1b1a5be89c9e2a5020201027375b998b6ceb3a0cac26702080103746875b998b6ceb3a0cac26702060203696e68b998b6ceb3a0cac267020904101010101012110f10');
INSERT INTO find_words_data VALUES(687194767361,X'000000da05306269656e93aa90b1b2f4f6fe10020702016f93aa90b1b2f4f6fe10040205010363686993aa90b1b2f4f6fe1002030103646f6993aa90b1b2f4f6fe100206010368757993aa90b1b2f4f6fe10020401036d6f69ad82a8849baab7de55020601066e6768696570ad82a8849baab7de55020402036f6e67ad82a8849baab7de550203010570686f6e6793aa90b1b2f4f6fe1002080102736fad82a8849baab7de550202010474696e6893aa90b1b2f4f6fe100209020572756f6e67ad82a8849baab7de55020701027661ad82a8849baab7de55020504110f101010101310120f1112');
INSERT INTO find_words_data VALUES(824633720833,X'000000370530636f6e6798f198c98bcd9f976902030102736f98f198c98bcd9f9769020201067468756f6e6798f198c98bcd9f9769020404110f');
INSERT INTO find_words_data VALUES(962072674305,X'000000fd0330616e81fecdf1f2b6f98d37020301056368696e689ab8fafdbcacddc030020402036f6e6781fecdf1f2b6f98d370202010364616f81848787e2e9c8c96802060202756381848787e2e9c8c968020403026e6794f0b6efa0bdffe4b5020401046769616f81848787e2e9c8c968020301037068759ab8fafdbcacddc03002050102736f81848787e2e9c8c968020293ecafe7bdd4b79b4d0202010374616f81848787e2e9c8c9680207020268759ab8fafdbcacddc03002020203696e6881fecdf1f2b6f98d3702040204756f6e679ab8fafdbcacddc03002030102766181848787e2e9c8c9680205010378617994f0b6efa0bdffe4b50203040f1210100f0f11101a100f10110f');
INSERT INTO find_words_data VALUES(1099511627777,X'000000a905306269656ebaee90b5c7f4d7e2ab0209010363616384d2b2daadf1e5c2430202b69bdddb9a82f2a068020502026875baee90b5c7f4d7e2ab020201067068756f6e6784d2b2daadf1e5c2430204b69bdddb9a82f2a0680207010474696368baee90b5c7f4d7e2ab0203010475626e64baee90b5c7f4d7e2ab0204010376656ebaee90b5c7f4d7e2ab02080102786184d2b2daadf1e5c2430203b69bdddb9a82f2a068020604111b0f1e111110');
CREATE TABLE IF NOT EXISTS 'find_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO find_words_idx VALUES(1,X'',2);
INSERT INTO find_words_idx VALUES(2,X'',2);
INSERT INTO find_words_idx VALUES(3,X'',2);
INSERT INTO find_words_idx VALUES(4,X'',2);
INSERT INTO find_words_idx VALUES(5,X'',2);
INSERT INTO find_words_idx VALUES(6,X'',2);
INSERT INTO find_words_idx VALUES(7,X'',2);
INSERT INTO find_words_idx VALUES(8,X'',2);
CREATE TABLE IF NOT EXISTS 'find_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO find_words_config VALUES('version',4);
CREATE TABLE find_record (
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the record
  name INTEGER NOT NULL,  -- the key of the name
  field TEXT NOT NULL,  -- "issuer", "assignees", "parties.name"
  PRIMARY KEY (record, name, field)
) STRICT, WITHOUT ROWID;
INSERT INTO find_record VALUES(522223292504425572,120696526543885173,'assignees');
INSERT INTO find_record VALUES(4095239220039123670,120696526543885173,'assignees');
INSERT INTO find_record VALUES(2232160905586678017,120696526543885173,'name');
INSERT INTO find_record VALUES(4095239220039123670,120696526543885173,'parties.name');
INSERT INTO find_record VALUES(5374536930846747182,148680894446848360,'assignees');
INSERT INTO find_record VALUES(500371435630543817,148680894446848360,'name');
INSERT INTO find_record VALUES(5374536930846747182,148680894446848360,'parties.name');
INSERT INTO find_record VALUES(5133855800947895870,286663702235352375,'assignees');
INSERT INTO find_record VALUES(758779102050348704,286663702235352375,'name');
INSERT INTO find_record VALUES(5133855800947895870,286663702235352375,'parties.name');
INSERT INTO find_record VALUES(351812369267911297,669230558705009219,'assignees');
INSERT INTO find_record VALUES(3961011121813865918,669230558705009219,'assignees');
INSERT INTO find_record VALUES(3961011121813865918,669230558705009219,'parties.name');
INSERT INTO find_record VALUES(524041726219822826,1676898545793557157,'name');
INSERT INTO find_record VALUES(2448495546001188191,1676898545793557157,'posts.body');
INSERT INTO find_record VALUES(3435408609348712891,2611415878164462578,'name');
INSERT INTO find_record VALUES(7040436608099497378,2611415878164462578,'name');
INSERT INTO find_record VALUES(451350712457629502,2611415878164462578,'posts.body');
INSERT INTO find_record VALUES(8527738109851409895,2611415878164462578,'posts.body');
INSERT INTO find_record VALUES(4682609677445952483,2785620501605350928,'assignees');
INSERT INTO find_record VALUES(8437333554722918962,2785620501605350928,'assignees');
INSERT INTO find_record VALUES(353854975559004592,2785620501605350928,'name');
INSERT INTO find_record VALUES(8437333554722918962,2785620501605350928,'parties.name');
INSERT INTO find_record VALUES(2717986356509820220,3008887185408517301,'name');
INSERT INTO find_record VALUES(5133855800947895870,3008887185408517301,'parties.name');
INSERT INTO find_record VALUES(8820818530233837128,3586207332277655401,'assignees');
INSERT INTO find_record VALUES(2077656672590303129,3586207332277655401,'name');
INSERT INTO find_record VALUES(8820818530233837128,3586207332277655401,'parties.name');
INSERT INTO find_record VALUES(1778345776262441900,3811127030438608944,'issuer');
INSERT INTO find_record VALUES(2448495546001188191,4051796819603862104,'name');
INSERT INTO find_record VALUES(2291507094645981984,4333123664767596590,'issuer');
INSERT INTO find_record VALUES(3961011121813865918,4333123664767596590,'issuer');
INSERT INTO find_record VALUES(5133855800947895870,4333123664767596590,'issuer');
INSERT INTO find_record VALUES(5374536930846747182,4333123664767596590,'issuer');
INSERT INTO find_record VALUES(5674758992121378258,4333123664767596590,'issuer');
INSERT INTO find_record VALUES(8437333554722918962,4333123664767596590,'issuer');
INSERT INTO find_record VALUES(8820818530233837128,4333123664767596590,'issuer');
INSERT INTO find_record VALUES(451350712457629502,4333123664767596590,'name');
INSERT INTO find_record VALUES(5560902914132202207,5505163617514258531,'name');
INSERT INTO find_record VALUES(3100310861947538652,5658435349763808019,'name');
INSERT INTO find_record VALUES(8474014268892387870,5658435349763808019,'name');
INSERT INTO find_record VALUES(5560902914132202207,5658435349763808019,'posts.body');
INSERT INTO find_record VALUES(5674758992121378258,6487787396499496533,'assignees');
INSERT INTO find_record VALUES(5826418524874094435,6487787396499496533,'assignees');
INSERT INTO find_record VALUES(8798676737507262903,6487787396499496533,'name');
INSERT INTO find_record VALUES(5674758992121378258,6487787396499496533,'parties.name');
INSERT INTO find_record VALUES(6630903845856042619,6863171308055802331,'name');
INSERT INTO find_record VALUES(4095239220039123670,7236912360856059074,'issuer');
INSERT INTO find_record VALUES(8527738109851409895,7236912360856059074,'name');
INSERT INTO find_record VALUES(7403056799374473472,7488645172053744314,'name');
INSERT INTO find_record VALUES(6630903845856042619,7488645172053744314,'posts.body');
INSERT INTO find_record VALUES(522223292504425572,8054139110432499843,'assignees');
INSERT INTO find_record VALUES(4095239220039123670,8054139110432499843,'assignees');
INSERT INTO find_record VALUES(5231827041338676781,8054139110432499843,'name');
INSERT INTO find_record VALUES(4095239220039123670,8054139110432499843,'parties.name');
INSERT INTO find_record VALUES(8531266988291043219,8242067694747468391,'name');
INSERT INTO find_record VALUES(2291507094645981984,8482674316380201643,'assignees');
INSERT INTO find_record VALUES(2291507094645981984,8482674316380201643,'parties.name');
CREATE TABLE find_row (
  question TEXT NOT NULL,  -- due, official, resolution, target, progress, request
  day TEXT NOT NULL,  -- what --from and --to are held against; "~" when there is none
  article INTEGER NOT NULL,  -- the article
  record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,  -- the record
  part TEXT NOT NULL,  -- of an official: post, chaired, ordered, signed, reported; of a resolution: the relation
  other INTEGER NOT NULL,  -- of a resolution: its record; of a post: its place in the list; else 0
  PRIMARY KEY (question, day, article, record, part, other)
) STRICT, WITHOUT ROWID;
INSERT INTO find_row VALUES('due','2025-10-01',319646980524894355,351812369267911297,'',0);
INSERT INTO find_row VALUES('official','2025-09-27',319646980524894355,451350712457629502,'post',0);
INSERT INTO find_row VALUES('due','2025-09-15',1277934945218669199,522223292504425572,'',0);
INSERT INTO find_row VALUES('target','2025-09-27',319646980524894355,1251682248921066217,'',0);
INSERT INTO find_row VALUES('resolution','2025-09-05',1277934945218669199,1725722308569731546,'cited',1725722308569731546);
INSERT INTO find_row VALUES('resolution','2025-09-27',319646980524894355,1778345776262441900,'cited',1778345776262441900);
INSERT INTO find_row VALUES('official','2025-09-27',319646980524894355,2291507094645981984,'ordered',0);
INSERT INTO find_row VALUES('official','2025-09-27',319646980524894355,2448495546001188191,'post',0);
INSERT INTO find_row VALUES('target','2025-09-05',1277934945218669199,3124870188179948752,'',0);
INSERT INTO find_row VALUES('target','2025-09-05',1277934945218669199,3312888372128482245,'',0);
INSERT INTO find_row VALUES('official','2025-09-27',319646980524894355,3961011121813865918,'ordered',0);
INSERT INTO find_row VALUES('official','2025-09-05',1277934945218669199,4095239220039123670,'ordered',0);
INSERT INTO find_row VALUES('resolution','2025-09-05',1277934945218669199,4095239220039123670,'under',1725722308569731546);
INSERT INTO find_row VALUES('due','2025-09-27',319646980524894355,4682609677445952483,'',0);
INSERT INTO find_row VALUES('official','2025-09-27',319646980524894355,5133855800947895870,'ordered',0);
INSERT INTO find_row VALUES('official','2025-09-27',319646980524894355,5374536930846747182,'ordered',0);
INSERT INTO find_row VALUES('target','2025-09-27',319646980524894355,5464033259978876697,'',0);
INSERT INTO find_row VALUES('official','2025-09-27',319646980524894355,5560902914132202207,'post',0);
INSERT INTO find_row VALUES('official','2025-09-27',319646980524894355,5674758992121378258,'ordered',0);
INSERT INTO find_row VALUES('due','2025-09-28',319646980524894355,5826418524874094435,'',0);
INSERT INTO find_row VALUES('target','2025-09-28',319646980524894355,6192734604869094108,'',0);
INSERT INTO find_row VALUES('official','2025-09-27',319646980524894355,6630903845856042619,'post',0);
INSERT INTO find_row VALUES('progress','2025-09-05',1277934945218669199,8116722754734577895,'',0);
INSERT INTO find_row VALUES('resolution','2025-09-27',319646980524894355,8267235403302945296,'cited',8267235403302945296);
INSERT INTO find_row VALUES('target','2025-09-27',319646980524894355,8395180405724937052,'',0);
INSERT INTO find_row VALUES('official','2025-09-27',319646980524894355,8437333554722918962,'ordered',0);
INSERT INTO find_row VALUES('official','2025-09-05',1277934945218669199,8527738109851409895,'post',0);
INSERT INTO find_row VALUES('official','2025-09-27',319646980524894355,8820818530233837128,'ordered',0);
INSERT INTO find_row VALUES('target','2025-09-27',319646980524894355,9120634274480353791,'',0);
CREATE TABLE find_series (
  record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,  -- the target
  series TEXT NOT NULL,  -- the same for figures that can be compared
  status TEXT  -- goal or result
) STRICT;
INSERT INTO find_series VALUES(1251682248921066217,'||household','result');
INSERT INTO find_series VALUES(3124870188179948752,'||percent','goal');
INSERT INTO find_series VALUES(3312888372128482245,'||task','result');
INSERT INTO find_series VALUES(5464033259978876697,'||household','result');
INSERT INTO find_series VALUES(6192734604869094108,'||metre','goal');
INSERT INTO find_series VALUES(8395180405724937052,'|ca|other','result');
INSERT INTO find_series VALUES(9120634274480353791,'||person','result');
CREATE INDEX article_by_text ON article (text_hash);
CREATE INDEX input_by_article ON input (article);
CREATE UNIQUE INDEX record_by_article ON record (article, kind, n);
CREATE INDEX record_by_id ON record (id);
CREATE INDEX deadline_by_date ON deadline (date);
CREATE INDEX directive_by_date ON directive (deadline);
CREATE INDEX resolution_by_number ON resolution (number_key);
CREATE INDEX links_by_target ON directive_links (target);
CREATE UNIQUE INDEX entity_by_id ON entity (id);
CREATE UNIQUE INDEX entity_form_by_form ON entity_form (form);
CREATE INDEX entity_form_by_block ON entity_form (block);
CREATE INDEX entity_form_by_entity ON entity_form (entity);
CREATE INDEX entity_use_by_form ON entity_use (form, authority, name);
CREATE UNIQUE INDEX story_by_id ON story (id);
CREATE INDEX story_article_by_story ON story_article (story);
CREATE INDEX story_key_by_article ON story_key (article);
CREATE UNIQUE INDEX task_by_id ON task (id);
CREATE INDEX task_statement_by_task ON task_statement (task);
CREATE INDEX find_article_by_host ON find_article (host, language, current, published, records, partial);
CREATE INDEX find_article_by_stored ON find_article (stored, article);
CREATE TRIGGER input_came AFTER INSERT ON input WHEN new.article IS NOT NULL BEGIN
  UPDATE find_article SET current = 1, source = coalesce(source, new.source),
    host = coalesce(host, acta_host(new.source)) WHERE article = new.article;
END;
CREATE TRIGGER input_changed AFTER UPDATE OF article ON input BEGIN
  UPDATE find_article SET current = EXISTS (SELECT 1 FROM input WHERE article = old.article)
    WHERE article = old.article;
  UPDATE find_article SET current = 1, source = coalesce(source, new.source),
    host = coalesce(host, acta_host(new.source)) WHERE article = new.article;
END;
CREATE TRIGGER input_went AFTER DELETE ON input WHEN old.article IS NOT NULL BEGIN
  UPDATE find_article SET current = EXISTS (SELECT 1 FROM input WHERE article = old.article)
    WHERE article = old.article;
END;
CREATE TRIGGER article_went AFTER DELETE ON article BEGIN
  INSERT INTO find_text (find_text, rowid, title, body)
    VALUES ('delete', old.key, acta_fold(old.title), acta_fold(substr(old.text, instr(old.text, char(10)) + 1)));
END;
CREATE INDEX find_record_by_name ON find_record (name, field);
CREATE INDEX find_row_by_record ON find_row (record, question);
CREATE INDEX find_series_by_series ON find_series (series, status);
CREATE INDEX input_refused ON input (reason, source) WHERE outcome = 'refused';
CREATE INDEX story_by_place ON story (place, place_name);
CREATE INDEX task_by_due ON task (due);
CREATE INDEX task_statement_by_what ON task_statement (what, task);
CREATE VIEW v_article AS
SELECT
  f.article, f.source, f.host, a.site, f.language, f.published, f.records, a.title, a.text, a.pack,
  strftime('%Y-%m-%dT%H:%M:%SZ', f.stored, 'unixepoch') AS stored
FROM find_article f
JOIN article a ON a.key = f.article
WHERE f.current;
CREATE VIEW v_record AS
SELECT
  r.key AS record, r.id, r.kind, r.basis, r.rule, r.article, f.source, f.host, f.language, f.published,
  m.start, m."end", m.quote
FROM record r
JOIN find_article f ON f.article = r.article AND f.current
LEFT JOIN mention m ON m.record = r.key AND m.n = 0
WHERE NOT EXISTS (SELECT 1 FROM wrong_record w WHERE w.id = r.id);
CREATE VIEW v_directive_lists AS
SELECT
  o.record,
  (SELECT json_group_array(value)
   FROM (SELECT value FROM directive_assignees WHERE record = o.record ORDER BY n)) AS lead,
  (SELECT json_group_array(name)
   FROM (SELECT name FROM directive_parties WHERE record = o.record AND role = 'support' ORDER BY n)) AS support,
  CASE WHEN EXISTS (SELECT 1 FROM directive_links WHERE record = o.record AND list = 'resolutions')
    THEN (SELECT json_group_array(name) FROM (
      SELECT coalesce(d.number, d.title, m.quote) AS name
      FROM directive_links l
      JOIN resolution d ON d.record = l.target
      LEFT JOIN mention m ON m.record = l.target AND m.n = 0
      WHERE l.record = o.record AND l.list = 'resolutions' ORDER BY l.n))
    ELSE (SELECT json_group_array(value)
      FROM (SELECT value FROM directive_resolutions WHERE record = o.record ORDER BY n))
  END AS under
FROM directive o;
CREATE VIEW v_directive AS
SELECT
  o.record, r.id, r.article, r.source, r.host, r.language, r.published, r.basis, r.start, r."end", r.quote,
  o.issuer, o.action AS task, o.strength, o.deadline AS due, o.given, o.urgency, o.negated, o."except",
  x.lead, x.support, x.under
FROM directive o
JOIN v_directive_lists x ON x.record = o.record
JOIN v_record r ON r.record = o.record;
CREATE VIEW v_due AS
SELECT
  d.record, r.id, r.article, r.source, r.host, r.language, r.published, r.basis, r.start, r."end", r.quote,
  d.date AS due, d.precision, d.kind,
  CASE WHEN EXISTS (SELECT 1 FROM directive_assignees WHERE record = o.record)
    THEN (SELECT lead FROM v_directive_lists WHERE record = o.record)
    ELSE (SELECT json_group_array(value)
      FROM (SELECT value FROM deadline_assignees WHERE record = d.record ORDER BY n))
  END AS lead,
  coalesce((SELECT support FROM v_directive_lists WHERE record = o.record), '[]') AS support,
  coalesce(d.task, o.action) AS task, o.issuer,
  coalesce((SELECT under FROM v_directive_lists WHERE record = o.record), '[]') AS under,
  o.strength, (SELECT id FROM record WHERE key = o.record) AS directive,
  t.key AS task_key, t.id AS task_id, t.due AS task_due, t.disputed
FROM deadline d
JOIN v_record r ON r.record = d.record
LEFT JOIN directive o ON o.record = (
  SELECT min(record) FROM directive_links WHERE target = d.record AND list = 'deadlines')
LEFT JOIN task_statement s ON s.record = d.record
LEFT JOIN task t ON t.key = s.task
UNION ALL
SELECT
  o.record, r.id, r.article, r.source, r.host, r.language, r.published, r.basis, r.start, r."end", r.quote,
  o.deadline, NULL, 'obligation',
  (SELECT lead FROM v_directive_lists WHERE record = o.record),
  (SELECT support FROM v_directive_lists WHERE record = o.record),
  o.action, o.issuer,
  (SELECT under FROM v_directive_lists WHERE record = o.record),
  o.strength, r.id,
  t.key, t.id, t.due, t.disputed
FROM directive o
JOIN v_record r ON r.record = o.record
LEFT JOIN task_statement s ON s.record = o.record
LEFT JOIN task t ON t.key = s.task
WHERE o.deadline IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM directive_links WHERE record = o.record AND list = 'deadlines');
CREATE VIEW v_official AS
SELECT
  r.record, coalesce(p.n, 0) AS n, r.id, r.article, r.source, r.host, r.language, r.basis, r.start, r."end", r.quote,
  r.published AS date, o.name AS official, 'post' AS what, p.title AS detail, p.role, p.body, p.capacity
FROM official o
JOIN v_record r ON r.record = o.record
LEFT JOIN official_posts p ON p.record = o.record
UNION ALL
SELECT
  r.record, 0, r.id, r.article, r.source, r.host, r.language, r.basis, r.start, r."end", r.quote,
  coalesce(e.date, r.published), e.chair, 'chaired', e.kind, NULL, e.place, NULL
FROM event e
JOIN v_record r ON r.record = e.record
WHERE e.chair IS NOT NULL
UNION ALL
SELECT
  r.record, 0, r.id, r.article, r.source, r.host, r.language, r.basis, r.start, r."end", r.quote,
  coalesce(o.given, r.published), o.issuer, 'ordered', o.action, NULL, NULL, NULL
FROM directive o
JOIN v_record r ON r.record = o.record
WHERE o.issuer IS NOT NULL
UNION ALL
SELECT
  r.record, 0, r.id, r.article, r.source, r.host, r.language, r.basis, r.start, r."end", r.quote,
  coalesce(d.issued, r.published), d.signer, 'signed', coalesce(d.number, d.title), NULL, d.issuer, NULL
FROM resolution d
JOIN v_record r ON r.record = d.record
WHERE d.signer IS NOT NULL
UNION ALL
SELECT
  r.record, 0, r.id, r.article, r.source, r.host, r.language, r.basis, r.start, r."end", r.quote,
  coalesce(g.as_of, r.published), g.reporter, 'reported', coalesce(g.task, g.state), NULL, g.body, NULL
FROM progress g
JOIN v_record r ON r.record = g.record
WHERE g.reporter IS NOT NULL;
CREATE VIEW v_resolution AS
SELECT
  d.record AS document, r.record, r.id, r.article, r.source, r.host, r.language, r.published, r.basis, r.start,
  r."end", r.quote, d.kind, d.number, d.title, d.issued, d.state, 'cited' AS relation, d.issuer, '[]' AS lead,
  NULL AS task, NULL AS due
FROM resolution d
JOIN v_record r ON r.record = d.record
UNION ALL
SELECT
  d.record, r.record, r.id, r.article, r.source, r.host, r.language, r.published, r.basis, r.start,
  r."end", r.quote, d.kind, d.number, d.title, d.issued, d.state, coalesce(l.relation, 'concerns'), o.issuer,
  (SELECT lead FROM v_directive_lists WHERE record = o.record), o.action, o.deadline
FROM resolution d
JOIN directive_links l ON l.target = d.record AND l.list = 'resolutions'
JOIN directive o ON o.record = l.record
JOIN v_record r ON r.record = o.record;
CREATE VIEW v_target AS
SELECT
  t.record, r.id, r.article, r.source, r.host, r.language, r.published, r.basis, r.start, r."end", r.quote,
  t.subject, t.indicator, t.period, t.value, t.value_max, t."of", t.unit, t.comparator, t.direction, t.status,
  t."by", coalesce(t.as_of, r.published) AS as_of, t.baseline, s.series
FROM target t
JOIN v_record r ON r.record = t.record
LEFT JOIN find_series s ON s.record = t.record;
CREATE VIEW v_progress AS
SELECT
  g.record, r.id, r.article, r.source, r.host, r.language, r.published, r.basis, r.start, r."end", r.quote,
  g.body, g.task, g.value, g."of", g.state, coalesce(g.as_of, r.published) AS as_of, g.reporter
FROM progress g
JOIN v_record r ON r.record = g.record;
CREATE VIEW v_refused AS
SELECT
  source, reason, message,
  CASE
    WHEN rest IS NULL THEN rtrim(rtrim(source, replace(source, '/', '')), '/')
    WHEN lower(substr(rest, 1, 4)) = 'www.' THEN lower(substr(rest, 5, instr(rest || '/', '/') - 5))
    ELSE lower(substr(rest, 1, instr(rest || '/', '/') - 1))
  END AS host
FROM (
  SELECT
    i.source, i.reason, v.message,
    CASE WHEN instr(i.source, '://') THEN substr(i.source, instr(i.source, '://') + 3) END AS rest
  FROM input i
  LEFT JOIN visit v ON v.source = i.source
  WHERE i.outcome = 'refused');
CREATE VIEW v_coverage AS
SELECT
  host, min(first) AS first, max(last) AS last, sum(articles) AS articles,
  coalesce(max(languages), '[]') AS languages, sum(records) AS records, sum(empty) AS empty,
  sum(partial) AS partial, sum(undated) AS undated, sum(refused) AS refused,
  coalesce(max(reasons), '[]') AS reasons
FROM (
  SELECT
    coalesce(host, '') AS host, min(published) AS first, max(published) AS last, count(*) AS articles,
    json_group_array(DISTINCT language) FILTER (WHERE language IS NOT NULL) AS languages,
    sum(records) AS records, sum(records = 0) AS empty, sum(partial) AS partial,
    sum(published IS NULL) AS undated, 0 AS refused, NULL AS reasons
  FROM find_article WHERE current GROUP BY find_article.host
  UNION ALL
  SELECT
    host, NULL, NULL, 0, NULL, 0, 0, 0, 0, sum(n), json_group_array(reason || ' ' || n)
  FROM (
    SELECT host, reason, count(*) AS n FROM v_refused GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2)
  GROUP BY host)
GROUP BY host;
CREATE VIEW v_entity_record AS
SELECT
  u.record, r.id, r.kind, r.article, r.source, r.language, r.published, e.key AS entity, e.id AS entity_id,
  e.type, e.name AS entity_name, e.place, u.name, u.rule AS use_rule, u.strength AS use_strength,
  u.evidence AS use_evidence, f.form, f.rule AS form_rule, f.strength AS form_strength, f.evidence AS form_evidence
FROM entity_use u
JOIN v_record r ON r.record = u.record
JOIN entity_form f ON f.key = u.form
JOIN entity e ON e.key = f.entity;
CREATE VIEW v_tenure AS
SELECT
  o.entity_id AS official, o.entity_name AS name, p.role, b.entity_id AS body,
  coalesce(b.entity_name, p.body) AS body_name,
  min(CASE WHEN coalesce(p.capacity, 'current') IN ('current', 'acting', 'in_charge', 'appointed')
    THEN o.published END) AS first_seen,
  max(CASE WHEN coalesce(p.capacity, 'current') IN ('current', 'acting', 'in_charge', 'appointed')
    THEN o.published END) AS last_seen,
  min(CASE WHEN p.capacity = 'appointed' THEN o.published END) AS appointed,
  max(CASE WHEN p.capacity = 'relieved' THEN o.published END) AS relieved,
  min(CASE WHEN p.capacity IN ('former', 'relieved', 'deceased') THEN o.published END) AS over_by,
  count(DISTINCT o.article) AS articles
FROM v_entity_record o
JOIN official_posts p ON p.record = o.record
LEFT JOIN v_entity_record b ON b.record = (
  SELECT x.record FROM agency x JOIN record y ON y.key = x.record
  WHERE y.article = o.article AND y.kind = 'agency' AND x.name = p.body)
WHERE o.type = 'official'
GROUP BY o.entity, p.role, coalesce(b.entity_id, p.body);
CREATE VIEW v_task AS
SELECT
  t.key AS task, t.id AS task_id, t.action, t.language AS action_language, t.assignees, t.due, t.first_due, t.disputed,
  s.what, s.due AS stated_due, s.said, s.rule, s.strength, s.evidence,
  r.record, r.id, r.kind, r.article, r.source, r.language, r.published, r.quote
FROM task t
JOIN task_statement s ON s.task = t.key
JOIN v_record r ON r.record = s.record;
PRAGMA writable_schema=OFF;
COMMIT;
