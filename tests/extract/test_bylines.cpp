// Bylines as they stand in some fifty languages.

#include <string>

#include "catch.hpp"
#include "extract/byline_line.hpp"
#include "extract/people.hpp"

using namespace syndicat;
using namespace syndicat::extract;

TEST_CASE("a line that begins with a label in any language names who wrote", "[extract]") {
  const auto [line, people] = GENERATE(table<std::string, std::string>({
      // clang-format off
      {"Text: Ann Roe", "Ann Roe"},
      {"Text: Ann Roe, Fotos: Li Wei", "Ann Roe"},
      {"Von Ann Roe und Li Wei", "Ann Roe, Li Wei"},
      {"Ann Roe (Text), Li Wei (Fotos)", "Ann Roe"},
      {"Protokoll: Ann Roe", "Ann Roe"},
      {"Aufgezeichnet von Ann Roe", "Ann Roe"},
      {"Haber: Ayşe Yılmaz", "Ayşe Yılmaz"},
      {"Yazan: Ayşe Yılmaz", "Ayşe Yılmaz"},
      {"Text: Ann Roe Foto: Li Wei", "Ann Roe"},
      {"Skrevet af Ann Roe", "Ann Roe"},
      {"Autor: Ana Popescu", "Ana Popescu"},
      {"Par Anne Roux", "Anne Roux"},
      {"Propos recueillis par Anne Roux", "Anne Roux"},
      {"Texte : Anne Roux", "Anne Roux"},
      {"Por Ana Ruiz", "Ana Ruiz"},
      {"Texto: Ana Ruiz", "Ana Ruiz"},
      {"Redacción: Ana Ruiz", "Ana Ruiz"},
      {"di Anna Rossi", "Anna Rossi"},
      {"Testo di Anna Rossi", "Anna Rossi"},
      {"Por Ana Silva", "Ana Silva"},
      {"Texto: Ana Silva", "Ana Silva"},
      {"Reportagem: Ana Silva", "Ana Silva"},
      {"Door Anna de Vries", "Anna de Vries"},
      {"Tekst: Anna de Vries", "Anna de Vries"},
      {"Tekst: Anna Nowak", "Anna Nowak"},
      {"Autor: Anna Nowak", "Anna Nowak"},
      {"Napsala Anna Nováková", "Anna Nováková"},
      {"Text: Anna Nováková", "Anna Nováková"},
      {"Autor: Anna Nováková", "Anna Nováková"},
      {"Autor: Anna Nováková", "Anna Nováková"},
      {"Szerző: Nagy Anna", "Nagy Anna"},
      {"Írta: Nagy Anna", "Nagy Anna"},
      {"Teksti: Anna Virtanen", "Anna Virtanen"},
      {"Kirjoittaja Anna Virtanen", "Anna Virtanen"},
      {"Autor: Anna Tamm", "Anna Tamm"},
      {"Tekst: Anna Tamm", "Anna Tamm"},
      {"Autors: Anna Ozola", "Anna Ozola"},
      {"Teksts: Anna Ozola", "Anna Ozola"},
      {"Autorius: Jonas Jonaitis", "Jonas Jonaitis"},
      {"Tekstas: Jonas Jonaitis", "Jonas Jonaitis"},
      {"Της Άννας Παππά", "Άννας Παππά"},
      {"Γράφει η Άννα Παππά", "Άννα Παππά"},
      {"Κείμενο: Άννα Παππά", "Άννα Παππά"},
      {"Автор: Анна Петрова", "Анна Петрова"},
      {"Автор: Анна Петрова", "Анна Петрова"},
      {"Текст: Анна Петрова", "Анна Петрова"},
      {"Текст: Анна Петрова. Фото: Ли Вэй", "Анна Петрова"},
      {"Беседовала Анна Петрова", "Анна Петрова"},
      {"Записала Анна Петрова", "Анна Петрова"},
      {"Подготовила Анна Петрова", "Анна Петрова"},
      {"Авторка: Анна Петренко", "Анна Петренко"},
      {"Текст: Анна Петренко", "Анна Петренко"},
      {"Аўтар: Ганна Пятрова", "Ганна Пятрова"},
      {"Тэкст: Ганна Пятрова", "Ганна Пятрова"},
      {"Пише: Ана Петровић", "Ана Петровић"},
      {"Piše: Ana Horvat", "Ana Horvat"},
      {"Tekst: Ana Horvat", "Ana Horvat"},
      {"Piše: Ana Novak", "Ana Novak"},
      {"Besedilo: Ana Novak", "Ana Novak"},
      {"كتبت: مريم حسن", "مريم حسن"},
      {"كتب: علي حسن", "علي حسن"},
      {"بقلم: علي حسن", "علي حسن"},
      {"إعداد: علي حسن", "علي حسن"},
      {"نویسنده: علی رضایی", "علی رضایی"},
      {"گزارش: علی رضایی", "علی رضایی"},
      {"מאת: דנה לוי", "דנה לוי"},
      {"כתבה: דנה לוי", "דנה לוי"},
      {"लेखक: राम शर्मा", "राम शर्मा"},
      {"द्वारा राम शर्मा", "राम शर्मा"},
      {"ผู้เขียน: สมชาย ใจดี", "สมชาย ใจดี"},
      {"เขียนโดย สมชาย ใจดี", "สมชาย ใจดี"},
      {"เรื่อง: สมชาย ใจดี", "สมชาย ใจดี"},
      {"Tác giả: Nguyễn Văn An", "Nguyễn Văn An"},
      {"Bài: Nguyễn Văn An", "Nguyễn Văn An"},
      {"Penulis: Budi Santoso", "Budi Santoso"},
      {"Oleh Budi Santoso", "Budi Santoso"},
      {"Oleh: Ali Hassan", "Ali Hassan"},
      {"文/李伟", "李伟"},
      {"文：李伟", "李伟"},
      {"记者：李伟", "李伟"},
      {"记者 李伟", "李伟"},
      {"撰文 | 李伟", "李伟"},
      {"記者李偉／台北報導", "李偉"},
      {"作者：李伟 编辑：王芳", "李伟"},
      {"采写：李伟", "李伟"},
      {"文・田中花子", "田中花子"},
      {"執筆：田中花子", "田中花子"},
      {"取材・文 田中花子", "田中花子"},
      {"記者：田中花子", "田中花子"},
      {"김철수 기자", "김철수"},
      {"글: 김철수", "김철수"},
      {"글 김철수 사진 이영희", "김철수"},
      {"ავტორი: ანა ბერიძე", "ანა ბერიძე"},
      {"Հեղինակ՝ Անի Սարգսյան", "Անի Սարգսյան"},
      {"Հեղինակ: Անի Սարգսյան", "Անի Սարգսյան"},
      {"Müəllif: Aygün Əliyeva", "Aygün Əliyeva"},
      {"Авторы: Айгүл Сейтова", "Айгүл Сейтова"},
      {"By Ann Roe, Photos by Li Wei", "Ann Roe"},
      {"Words: Ann Roe, Pictures: Li Wei", "Ann Roe"},
      {"Story and photos by Ann Roe", "Ann Roe"},
      {"By Ann Roe for the Paper", "Ann Roe"},
      {"By ANN ROE", "ANN ROE"},
      {"Reporting by Ann Roe; editing by Li Wei", "Ann Roe"},
      {"As told to Ann Roe", "Ann Roe"},
      {"By Ann Roe Staff writer", "Ann Roe"},
      {"Foto: Li Wei Text: Ann Roe", "Ann Roe"},
      // clang-format on
  }));
  INFO(line);
  CHECK(begins_as_byline(line));
  std::string names;
  for (const auto& name : split_authors(line)) names += (names.empty() ? "" : ", ") + name;
  CHECK(names == people);
}

TEST_CASE("what calls the text itself leads to nobody without a colon and a name", "[extract]") {
  CHECK_FALSE(begins_as_byline("Text messages from the quay"));
  CHECK_FALSE(begins_as_byline("Story of a ferry"));
  CHECK_FALSE(begins_as_byline("Text: a new one every week"));
  CHECK_FALSE(begins_as_byline("Haber merkezi"));
  CHECK(split_authors("Liz Kenny, Former Port Consultant").size() == 1);
}
