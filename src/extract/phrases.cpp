#include "extract/phrases.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "extract/words.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

struct Row {
  Phrase phrase;
  std::string_view texts;  // apart by |
};

constexpr std::array kRows = {
    Row{Phrase::skip_link,
        "top of page|bottom of page|back to top|to top|top|scroll to top|go to top|skip to content|skip to main content|"
        "skip to main|skip to navigation|skip navigation|jump to content|jump to navigation|go to content|skip links|"
        "верх страницы|низ страницы|наверх|к началу|вверх|в начало|перейти к содержимому|перейти к основному содержанию|"
        "перейти к контенту|пропустить навигацию|верх старонкі|ніз старонкі|уверх|угару|наверх старонкі|"
        "перайсці да зместу|верх сторінки|низ сторінки|вгору|нагору|перейти до вмісту|перейти до основного вмісту|"
        "seitenanfang|nach oben|zum seitenanfang|zum anfang|zum inhalt|zum inhalt springen|direkt zum inhalt|"
        "zum hauptinhalt springen|zur navigation springen|springe zum inhalt|haut de page|bas de page|retour en haut|"
        "aller au contenu|aller au contenu principal|passer au contenu|ir al contenido|saltar al contenido|"
        "ir al contenido principal|parte superior de la página|final de la página|volver arriba|ir arriba|"
        "inizio pagina|fine pagina|torna su|torna all'inizio|vai al contenuto|vai al contenuto principale|"
        "topo da página|fim da página|voltar ao topo|ir para o conteúdo|pular para o conteúdo|"
        "saltar para o conteúdo|naar boven|naar de inhoud|ga naar inhoud|ga naar hoofdinhoud|do góry|na górę|"
        "góra strony|dół strony|przejdź do treści|przejdź do głównej treści|nahoru|přeskočit na obsah|"
        "přejít k obsahu|na začátek|hore|preskočiť na obsah|į viršų|puslapio viršus|puslapio apačia|"
        "pereiti prie turinio|uz augšu|lapas augša|pāriet uz saturu|üles|liigu sisu juurde|ylös|siirry sisältöön|"
        "till toppen|hoppa till innehåll|hoppa till huvudinnehåll|til toppen|gå til indhold|hopp til innhold|"
        "sayfanın başı|sayfanın sonu|sayfa başı|yukarı çık|başa dön|içeriğe geç|içeriğe atla|lap teteje|lap alja|"
        "vissza a tetejére|ugrás a tartalomra|sus|înapoi sus|sari la conținut|αρχή σελίδας|επιστροφή στην κορυφή|"
        "към съдържанието|нагоре|на врх|на почетак|idi na sadržaj|na vrh|ana səhifə|"
        "أعلى الصفحة|أسفل الصفحة|انتقل إلى المحتوى|تخطي إلى المحتوى|العودة إلى الأعلى|בראש הדף|תחתית הדף|"
        "דלג לתוכן|לראש העמוד|بازگشت به بالا|पृष्ठ का शीर्ष|ページ先頭|ページトップ|ページの先頭へ|"
        "ページトップへ|トップへ戻る|本文へスキップ|コンテンツへスキップ|页首|页面顶部|页面底部|返回顶部|回到顶部|"
        "跳到主要内容|跳至内容|頁面頂部|맨 위로|본문 바로가기|페이지 상단|lên đầu trang|kembali ke atas"},
    Row{Phrase::button,
        "share|share post|share page|share this|share this article|share this story|share this post|share on facebook|share on twitter|"
        "share on x|share on whatsapp|share on linkedin|share via email|tweet|tweet this|pin it|email|e mail|print|"
        "print this page|print article|save|save article|copy link|listen|listen to this article|facebook|twitter|"
        "x|linkedin|whatsapp|telegram|pinterest|reddit|instagram|youtube|tiktok|vk|vkontakte|messenger|viber|xing|rss|"
        "menu|search|view more posts|view all posts|mehr|log in|login|sign in|sign up|log out|register|subscribe|subscribe now|my account|close|open menu|"
        "home|next|previous|next article|previous article|next post|previous post|next page|previous page|see all|"
        "view all|show all|show more|load more|more|less|follow us|follow|like|like this|likes|accept|"
        "accept all|settings|cancel|send|submit|ok|back|continue|donate|support us|download|download pdf|pdf|"
        "поделиться|поделиться статьей|поделитесь|поделиться в соцсетях|печать|распечатать|меню|поиск|войти|вход|"
        "регистрация|подписаться|закрыть|главная|далее|назад|следующая|предыдущая|показать ещё|показать еще|смотреть все|"
        "все новости|мы в соцсетях|принять|настройки|"
        "падзяліцца|падзяліцца артыкулам|друк|раздрукаваць|пошук|увайсці|уваход|падпісацца|закрыць|галоўная|"
        "далей|паказаць яшчэ|глядзець усе|усе навіны|прыняць|налады|"
        "поділитися|поширити|друкувати|пошук|увійти|вхід|підписатися|закрити|головна|далі|показати ще|всі новини|"
        "teilen|beitrag teilen|artikel teilen|drucken|merken|suche|suchen|anmelden|einloggen|abonnieren|schließen|startseite|"
        "weiter|zurück|mehr anzeigen|alle anzeigen|nächster artikel|vorheriger artikel|nächster beitrag|"
        "vorheriger beitrag|folgen|folgen sie uns|mail|kommentieren|vorlesen|akzeptieren|einstellungen|"
        "partager|partager l'article|imprimer|rechercher|recherche|se connecter|connexion|s'abonner|fermer|accueil|"
        "suivant|précédent|voir tout|voir plus|article suivant|article précédent|suivez nous|envoyer|"
        "compartir|compartir en facebook|compartir en twitter|imprimir|buscar|iniciar sesión|suscribirse|suscríbete|cerrar|inicio|siguiente|"
        "anterior|ver todo|ver más|síguenos|síguenos en|enviar|guardar|"
        "condividi|stampa|cerca|accedi|abbonati|chiudi|home page|successivo|precedente|vedi tutti|seguici|invia|"
        "compartilhar|compartilhe|partilhar|entrar|assine|fechar|início|próximo|ver tudo|siga nos|"
        "delen|deel dit artikel|afdrukken|zoeken|inloggen|abonneren|sluiten|volgende|vorige|volg ons|"
        "udostępnij|podziel się|drukuj|szukaj|zaloguj się|zaloguj|subskrybuj|zamknij|strona główna|dalej|wstecz|"
        "następny|poprzedni|zobacz wszystkie|obserwuj nas|"
        "sdílet|tisk|tisknout|hledat|přihlásit se|přihlásit|předplatit|zavřít|domů|další|předchozí|zobrazit vše|"
        "zdieľať|tlačiť|hľadať|prihlásiť sa|zavrieť|dalintis|dalinkis|spausdinti|ieškoti|prisijungti|prenumeruoti|"
        "uždaryti|pradžia|kitas|ankstesnis|dalīties|drukāt|meklēt|ienākt|jaga|prindi|otsi|jaa|tulosta|hae|"
        "kirjaudu|dela|skriv ut|sök|logga in|prenumerera|stäng|hem|nästa|föregående|del|print|søg|log ind|søk|"
        "logg inn|paylaş|yazdır|ara|giriş|giriş yap|abone ol|kapat|anasayfa|ana sayfa|sonraki|önceki|megosztás|"
        "nyomtatás|keresés|bejelentkezés|distribuie|tipărește|caută|autentificare|podijeli|ispiši|"
        "مشاركة|شارك|طباعة|بحث|تسجيل الدخول|اشترك|القائمة|الرئيسية|إغلاق|شاركها|"
        "שתף|שיתוף|הדפסה|חיפוש|כניסה|תפריט|اشتراک گذاری|چاپ|جستجو|ورود|"
        "साझा करें|शेयर करें|खोजें|लॉग इन|シェア|シェアする|印刷|検索|ログイン|メニュー|次へ|前へ|ホーム|"
        "分享|打印|搜索|登录|菜单|首页|上一篇|下一篇|关闭|纠错|공유|공유하기|인쇄|검색|로그인|메뉴|홈|แชร์|ค้นหา|chia sẻ|tìm kiếm|"
        "bagikan|cari|masuk"},
    Row{Phrase::pointer,
        "read more|read also|also read|read next|up next|read this next|continue reading|more on this|more on this story|"
        "more on this topic|related|related articles|related posts|related stories|related news|related content|"
        "related topics|related links|related reading|related coverage|see also|don't miss|must read|"
        "you might also like|you may also like|you may like|recommended|recommended for you|recommended reading|"
        "recommended stories|more stories|more news|more from|latest news|latest articles|latest posts|latest stories|"
        "recent posts|recent articles|recent stories|popular posts|popular|most read|most popular|trending|"
        "trending now|top stories|editor's picks|editors' picks|further reading|keep reading|learn more|find out more|"
        "watch|watch also|more in|similar posts|similar articles|explore more|check out|"
        "читайте также|читать также|читайте ещё|читайте еще|читайте далее|читать далее|подробнее|смотрите также|"
        "см также|по теме|материалы по теме|похожие статьи|похожие новости|похожие записи|другие новости|"
        "ещё по теме|еще по теме|новости по теме|связанные новости|популярное|последние новости|недавние посты|"
        "самое читаемое|рекомендуем|вам может понравиться|вам может быть интересно|"
        "чытайце таксама|чытаць таксама|чытайце яшчэ|чытаць далей|глядзіце таксама|па тэме|іншыя навіны|"
        "апошнія публікацыі|апошнія навіны|падобныя артыкулы|папулярнае|вам можа спадабацца|"
        "читайте також|читати також|читайте ще|дивіться також|за темою|схожі новини|останні новини|популярне|"
        "lesen sie auch|lesen sie mehr|lesen sie hier|lesen sie weiter|lies auch|auch interessant|das könnte sie auch interessieren|"
        "das könnte dich auch interessieren|mehr zum thema|zum thema|mehr dazu|mehr lesen|weiterlesen|weitere artikel|"
        "weitere themen|weitere artikel zum thema|das thema könnte dich auch interessieren|das könnte sie interessieren|das könnte dich interessieren|mehr aus dieser kategorie|"
        "weitere nachrichten|weitere meldungen|ähnliche artikel|ähnliche beiträge|verwandte artikel|verwandte themen|siehe auch|passend dazu|"
        "empfohlen für dich|empfohlene artikel|neueste beiträge|letzte beiträge|aktuelle beiträge|beliebte beiträge|meistgelesen|meist gelesen|"
        "die neuesten meldungen|mehr aus|mehr von|mehr nachrichten|lesetipp|lesetipps|"
        "lire aussi|à lire aussi|lire également|à lire également|à lire|lire la suite|lire plus|voir aussi|voir également|"
        "articles similaires|articles liés|articles connexes|sur le même sujet|sur le même thème|à voir aussi|en savoir plus|"
        "derniers articles|articles récents|les plus lus|vous aimerez aussi|"
        "lea también|lea tambien|lee también|lee además|lea más|lea además|leer más|leer también|le puede interesar|te puede interesar|puedes ver|puede ver|ver además|mirá también|"
        "te recomendamos|le recomendamos|puede interesarte|también te puede interesar|ver también|vea también|mira también|mire además|"
        "lea|lee|mira|mire|vea|"
        "artículos relacionados|noticias relacionadas|notas relacionadas|entradas relacionadas|relacionado|relacionadas|"
        "más noticias|últimas noticias|lo más leído|más leídas|contenido relacionado|"
        "leggi anche|leggi di più|leggi tutto|continua a leggere|vedi anche|articoli correlati|potrebbe interessarti|"
        "ti potrebbe interessare|ultime notizie|i più letti|guarda anche|approfondisci|"
        "leia também|leia mais|saiba mais|veja também|veja mais|artigos relacionados|notícias relacionadas|relacionados|"
        "ler mais|últimas notícias|mais lidas|continue lendo|recomendados|"
        "lees ook|lees meer|lees verder|gerelateerd|gerelateerde artikelen|meer over|bekijk ook|meest gelezen|"
        "czytaj także|czytaj też|czytaj również|przeczytaj także|przeczytaj też|przeczytaj również|zobacz także|"
        "zobacz też|zobacz również|czytaj więcej|czytaj dalej|więcej na ten temat|powiązane artykuły|powiązane|"
        "podobne artykuły|polecamy|najnowsze|najczęściej czytane|"
        "čtěte také|přečtěte si také|přečtěte si|čtěte více|číst dále|související|související články|mohlo by vás zajímat|"
        "nejčtenější|viz také|prečítajte si aj|prečítajte si tiež|čítajte aj|súvisiace články|súvisiace|"
        "taip pat skaitykite|skaitykite taip pat|skaitykite daugiau|susiję straipsniai|naujausi straipsniai|"
        "lasi arī|lasiet arī|saistītie raksti|loe ka|loe lisaks|seotud|lue myös|lisää aiheesta|"
        "läs också|läs även|läs mer|relaterat|relaterade artiklar|mer om|mest läst|læs også|læs mere|les også|les mer|"
        "ayrıca okuyun|ilgili haberler|ilgili yazılar|bunlar da ilginizi çekebilir|devamını oku|benzer haberler|"
        "kapcsolódó cikkek|kapcsolódó|olvassa el|ezt is olvassa el|citește și|citeste si|articole similare|vezi și|"
        "διαβάστε επίσης|διαβάστε ακόμα|σχετικά άρθρα|δείτε επίσης|прочетете още|вижте още|още по темата|"
        "прочитајте још|повезане вести|pročitajte još|pročitajte i|povezani članci|vezane vijesti|preberite še|"
        "اقرأ أيضا|اقرأ أيضاً|اقرأ المزيد|إقرأ أيضا|مواضيع ذات صلة|مقالات ذات صلة|أخبار ذات صلة|شاهد أيضا|"
        "קראו גם|קראו עוד|כתבות נוספות|عולי יעניין|بیشتر بخوانید|مطالب مرتبط|اخبار مرتبط|بخوانید|"
        "यह भी पढ़ें|ये भी पढ़ें|और पढ़ें|संबंधित|関連記事|あわせて読みたい|続きを読む|もっと読む|関連リンク|おすすめ記事|"
        "关联阅读|關聯閱讀|相關閱讀|相关链接|相關連結|推薦閱讀|"
        "相关阅读|相关新闻|相关文章|相关报道|延伸阅读|相關文章|相關報導|更多|推荐阅读|阅读更多|相關新聞|延伸閱讀|관련기사|관련 기사|관련글|더보기|"
        "อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง|อ่านต่อ|xem thêm|tin liên quan|đọc thêm|bài viết liên quan|baca juga|baca selengkapnya|"
        "berita terkait|artikel terkait|тағы оқыңыз"},
    Row{Phrase::comments,
        "comments|comment|leave a comment|leave a reply|leave comment|post a comment|add a comment|write a comment|"
        "no comments|no comments yet|join the conversation|join the discussion|view comments|show comments|responses|reply|"
        "cancel reply|your email address will not be published|"
        "комментарии|комментарий|оставить комментарий|добавить комментарий|написать комментарий|нет комментариев|"
        "обсуждение|каментары|каментарыі|напісаць каментар|пакінуць каментар|дадаць каментар|коментарі|"
        "залишити коментар|додати коментар|kommentare|kommentar|kommentar schreiben|kommentar hinterlassen|"
        "kommentar verfassen|schreibe einen kommentar|schreiben sie einen kommentar|hinterlasse eine antwort|"
        "hinterlasse einen kommentar|keine kommentare|antworten|deine e mail adresse wird nicht veröffentlicht|"
        "commentaires|commentaire|laisser un commentaire|laissez un commentaire|ajouter un commentaire|répondre|"
        "aucun commentaire|comentarios|comentario|deja un comentario|dejar un comentario|deja una respuesta|"
        "comentar|responder|commenti|lascia un commento|rispondi|comentários|deixe um comentário|deixe uma resposta|"
        "reacties|reactie|plaats een reactie|geef een reactie|komentarze|komentarz|dodaj komentarz|zostaw komentarz|"
        "skomentuj|odpowiedz|komentáře|komentář|přidat komentář|napsat komentář|diskuse|komentáre|diskusia|"
        "komentarai|komentuoti|parašykite komentarą|komentāri|kommentaarid|kommentit|kommentarer|kommentera|"
        "lämna ett svar|lämna en kommentar|skriv en kommentar|legg igjen en kommentar|yorumlar|yorum yap|yorum yaz|"
        "bir cevap yazın|hozzászólások|hozzászólás|szólj hozzá|comentarii|lasă un comentariu|σχόλια|"
        "αφήστε ένα σχόλιο|коментари|коментар|остави коментар|komentari|تعليقات|التعليقات|اترك تعليقا|اترك تعليقاً|"
        "תגובות|הוסף תגובה|نظرات|دیدگاه ها|ارسال نظر|टिप्पणियाँ|टिप्पणी करें|コメント|コメントを残す|コメントする|"
        "评论|发表评论|留言|發表評論|댓글|댓글 남기기|ความคิดเห็น|bình luận|komentar|tinggalkan balasan"},
    Row{Phrase::newsletter,
        "newsletter|newsletters|subscribe to our newsletter|sign up for our newsletter|sign up to our newsletter|"
        "sign up for the newsletter|get our newsletter|join our newsletter|join our mailing list|subscribe to our|sign up for our|"
        "subscribe now|never miss|to view the full story|to read the full story|first time subscribers|already a subscriber|for the latest stories|get the latest|get a weekly summary|get updates|stay up to date|stay informed|"
        "подпишитесь на нашу рассылку|подписаться на рассылку|подпишитесь на рассылку|подписывайтесь на|"
        "подпишитесь на наш|падпішыцеся на нашу рассылку|падпішыцеся на|падпісвайцеся на|підпишіться на|підписуйтесь на|"
        "newsletter abonnieren|melden sie sich für unseren newsletter|melde dich für unseren newsletter|newsletter anmeldung|jetzt newsletter|"
        "abonnez vous à notre newsletter|inscrivez vous à|recevez notre newsletter|abonnez vous à|s'inscrire à la newsletter|"
        "suscríbete a nuestro|suscríbase a|suscríbete a|recibe nuestro|recibe las|regístrate|"
        "iscriviti alla newsletter|iscriviti alla nostra|assine nossa newsletter|inscreva se|assine a newsletter|receba|"
        "schrijf je in|meld je aan|zapisz się na newsletter|zapisz się|odebírat newsletter|přihlaste se k odběru|"
        "prenumeruokite|pieraksties|tilaa uutiskirje|prenumerera på|tilmeld dig|meld deg på|bültenimize|"
        "iratkozzon fel|abonează te|εγγραφείτε στο|абонирайте се|اشترك في النشرة|הירשמו|ニュースレター|メルマガ登録|订阅|뉴스레터|đăng ký nhận"},
    Row{Phrase::cookies,
        "we use cookies|this site uses cookies|this website uses cookies|we value your privacy|cookie settings|"
        "cookie policy|cookie preferences|accept cookies|accept all cookies|manage cookies|privacy policy|"
        "мы используем файлы cookie|мы используем куки|мы используем cookie|сайт использует cookie|политика конфиденциальности|"
        "мы выкарыстоўваем кукі|мы выкарыстоўваем файлы cookie|ми використовуємо файли cookie|ми використовуємо cookie|"
        "wir verwenden cookies|wir nutzen cookies|diese website verwendet cookies|diese website benutzt cookies|"
        "cookie einstellungen|datenschutz|datenschutzerklärung|nous utilisons des cookies|ce site utilise des cookies|"
        "utilizamos cookies|usamos cookies|este sitio utiliza cookies|este sitio usa cookies|utilizziamo i cookie|"
        "questo sito utilizza|utilizamos cookies|este site utiliza cookies|wij gebruiken cookies|deze website gebruikt cookies|"
        "używamy plików cookie|ta strona używa|strona korzysta z plików cookie|používáme cookies|tento web používá|"
        "naudojame slapukus|šioje svetainėje naudojami|mēs izmantojam sīkdatnes|käytämme evästeitä|vi använder cookies|"
        "vi bruger cookies|vi bruker cookies|çerezleri kullanıyoruz|bu site çerezleri|sütiket használunk|folosim cookie"},
    Row{Phrase::advertisement,
        "advertisement|advertisements|advertising|ad|ads|sponsored|sponsored content|promoted|promotion|"
        "advertisement continue reading below|article continues below advertisement|article continues below|"
        "story continues below advertisement|story continues below|continue reading below|scroll to continue|"
        "реклама|на правах рекламы|рэклама|anzeige|anzeigen|werbung|publicité|annonce|publicidad|anuncio|pubblicità|"
        "publicidade|continua após a publicidade|continua depois da publicidade|reclame|advertentie|reklama|"
        "reklaam|mainos|reklāma|reklam|annons|annonser|hirdetés|publicitate|διαφήμιση|реклама|إعلان|اعلان|פרסומת|"
        "تبلیغات|विज्ञापन|広告|广告|廣告|광고|โฆษณา|quảng cáo|iklan"},
    Row{Phrase::reading_time,
        "min read|minute read|minutes read|mins read|min to read|minutes to read|reading time|read time|estimated reading time|"
        "время чтения|мин чтения|минут чтения|минуты чтения|час чытання|чытаць мін|хвілін чытання|хв чытання|час читання|"
        "хв читання|lesezeit|lesedauer|min lesezeit|minuten lesezeit|min lesen|temps de lecture|min de lecture|"
        "minutes de lecture|tiempo de lectura|min de lectura|minutos de lectura|tempo di lettura|min di lettura|"
        "minuti di lettura|tempo de leitura|min de leitura|minutos de leitura|leestijd|min leestijd|czas czytania|min czytania|"
        "doba čtení|min čtení|skaitymo laikas|lästid|min läsning|læsetid|okuma süresi|dakika okuma|dk okuma|"
        "olvasási idő|perc olvasás|timp de citire|χρόνος ανάγνωσης|وقت القراءة|دقائق قراءة|阅读时间|읽는 시간|読了時間"},
    Row{Phrase::by,
        "by|written by|posted by|post author|this post was written by|view all posts by|view more posts by|more posts by|posts by|all posts by|see all posts by|more articles by|articles by|more by|artikel von|mehr von|weitere artikel von|alle artikel von|voir tous les articles par|ver todas las entradas de|vedi tutti gli articoli di|все записи автора|contributors|author name|name of author|recommended by|interview by|"
        "eingestellt von|beitrag von|zeige alle beiträge von|alle beiträge von|text und interview|text von|interview von|ein text von|aus der redaktion|geposted von|gepostet von|"
        "published by|reported by|author|authors|story by|words by|article by|text by|"
        "автор|авторы|автор статьи|текст|аўтар|аўтары|тэкст|von|autor|autorin|autoren|autor in|autorin autor|redaktion|geschrieben von|veröffentlicht von|"
        "erstellt von|verfasst von|ein beitrag von|ein artikel von|ein bericht von|ein gastbeitrag von|gastbeitrag von|ein kommentar von|ein interview von|bericht von|text von|par|écrit par|publié par|auteur|auteurs|rédigé par|por|escrito por|publicado por|autora|autores|"
        "redacción|di|a cura di|scritto da|pubblicato da|autore|door|geschreven door|autorzy|tekst|opracował|napsal|napsala|"
        "autoři|autorius|autorė|autors|kirjoittaja|av|skriven av|af|skrevet af|skrevet av|yazan|yazar|írta|szerző|"
        "de|scris de|συντάκτης|του|της|од|пише|piše|بقلم|كتب|الكاتب|מאת|نویسنده|लेखक|文|作者|记者|記者|取材|责任编辑|编辑|责编|撰文|編集|著者|執筆|글|기자|โดย|bởi|tác giả|oleh|penulis|aufgezeichnet von|protokolliert von|propos recueillis par|recueilli par|texte de|texto de|texto por|testo di|testi di|"
        "reporting by|story and photos by|words and pictures by|words and photos by|text and photos by|as told to|"
        "γράφει|γράφει η|γράφει ο|беседовала|беседовал|записала|записал|подготовила|подготовил|подготовили|авторка|автори|"
        "автор текста|автор статті|гутарыла|гутарыў|запісала|запісаў|падрыхтавала|падрыхтаваў|розмовляла|розмовляв|"
        "підготувала|підготував|аўтарка|текст подготовила|autorka|avtor|avtorica|müəllif|autori|ავტორი|հեղինակ|հեղինակ՝|"
        "كتبت|كتبها|بواسطة|تأليف|نوشته|द्वारा|ผู้เขียน|เขียนโดย|采写|撰稿|採訪|采访|글쓴이"},
    Row{Phrase::posted,
        "published|published on|posted|posted on|updated|updated on|last updated|last updated on|last modified|first published|date|on|"
        "опубликовано|обновлено|дата публикации|дата|апублікавана|абноўлена|опубліковано|оновлено|veröffentlicht|"
        "veröffentlicht am|aktualisiert|aktualisiert am|stand|erstellt am|zuletzt aktualisiert|datum|am|publié le|mis à jour le|"
        "publié|mis à jour|le|publicado|publicado el|actualizado|actualizado el|fecha|pubblicato|pubblicato il|aggiornato|aggiornato il|"
        "publicado em|atualizado em|atualizado|gepubliceerd|gepubliceerd op|bijgewerkt|opublikowano|aktualizacja|"
        "data publikacji|publikováno|aktualizováno|vydáno|paskelbta|atnaujinta|publicēts|avaldatud|julkaistu|"
        "päivitetty|publicerad|uppdaterad|publiceret|opdateret|publisert|oppdatert|yayınlanma|güncelleme|yayın tarihi|"
        "közzétéve|frissítve|megjelent|publicat|actualizat|δημοσιεύτηκε|ενημερώθηκε|публикувано|објављено|objavljeno|"
        "نشر|نشر في|تاريخ النشر|آخر تحديث|פורסם|עודכן|تاریخ انتشار|प्रकाशित|公開日|更新日|投稿日|发布时间|发布|更新|发表于|입력|수정|등록"},
    Row{Phrase::filed,
        "tags|tag|tagged|tagged with|tagged as|filed under|categories|category|posted in|topics|topic|keywords|in this article|labels|"
        "теги|тэги|метки|рубрики|рубрика|темы|ключевые слова|тэгі|цэтлікі|рубрыкі|тэмы|мітки|рубрика|"
        "schlagwörter|schlagworte|schlagwort|kategorien|kategorie|themen|stichworte|mots clés|catégories|catégorie|étiquettes|thèmes|sujets|"
        "etiquetas|categorías|categoría|temas|tag articolo|categorie|argomenti|categorias|assuntos|trefwoorden|"
        "tagi|kategoria|kategorie|štítky|štítky článku|témata|raktažodžiai|žymos|birkas|sildid|avainsanat|"
        "taggar|ämnen|emner|etiketler|címkék|etichete|ετικέτες|етикети|tagovi|ключни думи|الكلمات المفتاحية|وسوم|"
        "תגיות|برچسب ها|टैग|タグ|标签|关键词|標籤|태그|แท็ก|từ khóa"},
    Row{Phrase::filed,  // what kind of text it is
        "press release|news release|media release|for immediate release|pressemitteilung|pressemeldung|medienmitteilung|"
        "communiqué de presse|comunicado de prensa|nota de prensa|comunicado de imprensa|comunicato stampa|persbericht|"
        "пресс релиз|прэс рэліз|прес реліз|informacja prasowa|komunikat prasowy|tisková zpráva|tlačová správa|"
        "pressmeddelande|pressemelding|pressemeddelelse|lehdistötiedote|sajtóközlemény|basın bülteni|δελτίο τύπου|"
        "بيان صحفي|הודעה לעיתונות|プレスリリース|新闻稿|新聞稿|보도자료"},
    Row{Phrase::rights,
        "all rights reserved|copyright|все права защищены|усе правы абаронены|alle rechte vorbehalten|tous droits réservés|"
        "todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden|"
        "wszelkie prawa zastrzeżone|všechna práva vyhrazena|visos teisės saugomos|alla rättigheter förbehållna|"
        "tüm hakları saklıdır|minden jog fenntartva|جميع الحقوق محفوظة|כל הזכויות שמורות|版权所有|無断転載禁止"},
    Row{Phrase::credit,
        "pictures|pictures by|photography|photography by|photograph|photograph by|photographs by|picture by|image by|images by|photo courtesy of|image courtesy of|courtesy of|courtesy|"
        "image copyright|foto von|fotos von|bild von|photo de|photos de|foto de|fotos de|foto di|foto av|foto af|"
        "foto door|photographer|fotograf|fotógrafo|photographe|fotografo|fotoğrafçı|фотограф|"
        "pic|pics|pic by|photo|photos|photo by|photo credit|photos by|image|image credit|image source|picture|credit|credits|file photo|illustration|"
        "foto|fotos|foto credit|bild|bilder|bildquelle|bildnachweis|titelbild|symbolbild|symbolfoto|archivbild|abbildung|beitragsbild|"
        "crédit photo|crédits photo|crédit|photographie|fotografía|imagen|crédito|créditos|imagem|immagine|fotografie|beeld|"
        "zdjęcie|fot|zdjęcia|fotka|nuotrauka|nuotr|attēls|pilt|kuva|kuvat|bilden|fotoğraf|görsel|kép|φωτογραφία|φωτο|"
        "фото|фотография|снимка|фота|фотаздымак|зображення|صورة|الصورة|צילום|תמונה|عکس|फोटो|写真|画像|图片来源|图|圖|사진|ภาพ|ảnh"},
    Row{Phrase::about_author,
        "about the author|about the authors|about author|об авторе|об авторах|пра аўтара|про автора|über den autor|"
        "über die autorin|über den verfasser|über mich|zum autor|à propos de l'auteur|sobre el autor|sobre la autora|sull'autore|sobre o autor|"
        "over de auteur|o autorze|o autorovi|apie autorių|om författaren|yazar hakkında|a szerzőről|عن الكاتب|著者について|关于作者|"
        "about me|author bio|meet the author"},
};

// What calls the text itself: before a colon it leads to who wrote it.
constexpr std::string_view kTextLabels =
    "text|texts|texte|texto|testo|testi|tekst|teksti|teksts|tekstas|szöveg|szövege|words|story|haber|reportagem|reportaje|"
    "reportage|protokoll|bericht|recherche|κείμενο|κείμενα|ρεπορτάζ|besedilo|текст|тэкст|إعداد|تحرير|گزارش|متن|כתבה|כותב|"
    "כותבת|เรื่อง|bài|bài viết|文字|报道|報導|취재|text och foto|text und fotos|text und foto|text fotos|texte et photos|"
    "texto y fotos|testo e foto|tekst og foto|tekst i zdjęcia|текст и фото|тэкст і фота|текст і фото";

struct Table {
  std::unordered_map<std::string, Phrase> phrases;
  std::size_t longest = 0;  // in words

  Table() {
    for (const auto& row : kRows) {
      for (std::size_t start = 0; start < row.texts.size();) {
        const auto end = std::min(row.texts.find('|', start), row.texts.size());
        const auto folded = fold(row.texts.substr(start, end - start));
        longest = std::max(longest, split_words(folded).size());
        phrases.emplace(text::trim(folded), row.phrase);
        start = end + 1;
      }
    }
  }
};

const Table& table() {
  static const Table once;
  return once;
}

bool is_number(std::string_view word) {
  for (const char c : word) {
    if (c < '0' || c > '9') return false;
  }
  return !word.empty();
}

Phrase look_up(std::string_view folded) {
  const auto found = table().phrases.find(std::string(folded));
  return found == table().phrases.end() ? Phrase::none : found->second;
}

}  // namespace

bool is_text_label(std::string_view words) {
  if (words.size() > 60) return false;
  const auto folded = fold(words);
  const auto label = text::trim(folded);
  for (std::size_t start = 0; start < kTextLabels.size();) {
    const auto end = std::min(kTextLabels.find('|', start), kTextLabels.size());
    if (kTextLabels.substr(start, end - start) == label) return true;
    start = end + 1;
  }
  return false;
}

Phrase phrase_of_line(std::string_view line) {
  if (line.size() > 400) return Phrase::none;
  if (const auto colon = line.find(':'); colon != std::string_view::npos && colon + 1 < line.size()) {
    if (text::trim(line.substr(colon + 1)).empty()) line = line.substr(0, colon);
  }
  std::string kept;
  std::size_t count = 0;
  const auto folded = fold(line);
  for (const auto word : split_words(folded)) {
    if (is_number(word)) continue;
    if (++count > table().longest) return Phrase::none;
    if (!kept.empty()) kept += ' ';
    kept += word;
  }
  return kept.empty() ? Phrase::none : look_up(kept);
}

Phrase phrase_at_start(std::string_view line) {
  const auto folded = fold(text::cut_utf8(line, 200));
  const auto words = split_words(folded);
  // The longest beginning that is in the table.
  for (std::size_t count = std::min(words.size(), table().longest); count > 0; --count) {
    const auto* const end = words[count - 1].data() + words[count - 1].size();
    const auto phrase = look_up({words[0].data(), static_cast<std::size_t>(end - words[0].data())});
    if (phrase != Phrase::none) return phrase;
  }
  return Phrase::none;
}

}  // namespace syndicat::extract
