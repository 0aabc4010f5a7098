package org.vigie.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.capture.extract.page.Extraction;

class PageNoticeTest {
  private static final String URL = "https://board.example.org/ad/17";

  @ParameterizedTest
  @CsvSource({
    "gone, This advert is no longer available. Have a look at others like it instead.",
    "gone, Diese Anzeige wurde gelöscht. Vielleicht ist etwas anderes für dich dabei heute.",
    "gone, Cette annonce n’est plus disponible. Voici d’autres annonces qui pourraient vous plaire.",
    "gone, This posting has been flagged for removal. The title in the list goes in some minutes.",
    "barred, Сообщество заблокировано за нарушение правил сайта. Данный материал не показывается никому больше.",
    "gone, Объявление снято с публикации. Посмотрите другие объявления в этом разделе нашего сайта.",
    "gone, The archive has not archived that address of yours. Try another page of it instead.",
    "barred, Your request has been blocked due to a network policy of ours. Try again later.",
    "barred, Доступ ограничен: слишком много запросов с вашего адреса. Попробуйте зайти немного позже."
  })
  void saysWhyAPageThatShowsANoticeHasNoAdvert(String reason, String notice) {
    Extraction extraction = read("<h1>Board</h1><p>" + notice + "</p>");

    assertThat(extraction.adverts()).isEmpty();
    assertThat(extraction.unread()).isEqualTo(reason);
  }

  @Test
  void takesAPageForAdultsAloneForNoAdvertIfAButtonLetsThemIn() {
    String said =
        "<h1>Board</h1><p>Cette rubrique est réservée aux personnes majeures. En entrant vous acceptez nos"
            + " conditions.</p>";

    Extraction asked = read(said + "<button>Go on</button>");

    assertThat(asked.adverts()).isEmpty();
    assertThat(asked.unread()).isEqualTo("barred");
    assertThat(read(said).unread()).isNotEqualTo("barred");
  }

  @Test
  void leavesOutWhatWasTakenDownAmongOthers() {
    String post =
        "<div class=q><b class=author>%s</b><time datetime=2026-05-0%dT10:00:00Z>May %d</time><p class=text>%s</p></div>";

    Extraction extraction =
        read(
            "<h1>Is this rent usual?</h1>"
                + post.formatted(
                    "ann", 1, 1, "She asks for three months at once, and keeps the keys.")
                + post.formatted("ben", 2, 2, "Comment removed by moderator")
                + post.formatted(
                    "cara", 3, 3, "Never before you have seen the room with your own eyes."));

    assertThat(extraction.adverts())
        .extracting(advert -> advert.fields().get("author"))
        .containsExactly("ann", "cara");
  }

  @Test
  void keepsAnAdvertThatSoundsLikeANoticeButTellsHowToReachSomebody() {
    Extraction extraction =
        read(
            "<h1>Room, Mill Lane</h1><p>The room upstairs is no longer available, the one below"
                + " is. Ring +44 7700 900318 after six.</p>");

    assertThat(extraction.adverts()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Farm work abroad, We offer 0 fee jobs in the orchards of Testham. Write to farm@example.org.",
    "Hostess 18-25, Evenings in a hotel bar. Ring +44 7700 900341 between noon and six. 18 and over.",
    "Cookie baker wanted, We bake cookies and bread each night. Write to bakery@example.org soon."
  })
  void keepsAnAdvertThatSoundsLikeAGateButTellsHowToReachSomebody(String heading, String said) {
    Extraction extraction =
        read(
            "<h1>%s</h1><p>%s</p><a href=/ad/8>Dancer wanted, 18-30, Testham</a><button>Save</button>"
                .formatted(heading, said));

    assertThat(extraction.adverts()).hasSize(1);
  }

  @Test
  void takesALinkToAnotherAdvertForNoAnswerOfOnesAge() {
    Extraction extraction =
        read(
            "<h1>Bar staff</h1><p>Bar staff for summer evenings, 18 and over, free uniform and tips"
                + " shared by all of the team.</p><a href=/ad/8>Dancer wanted, 18-30, Testham</a>");

    assertThat(extraction.unread()).isNotEqualTo("barred");
  }

  @ParameterizedTest
  @CsvSource({
    "gone, Skelbimas nerastas, Skelbimas neaktyvus arba ištrintas",
    "gone, این آگهی منقضی شده است, این آگهی منقضی شده است",
    "barred, Pardon Our Interruption, Pardon Our Interruption...",
    "log-in, Log in | Invented forum, Log in"
  })
  void believesAHeadingThatThePageIsTitledWithWhateverStandsBelow(
      String reason, String title, String heading) {
    Extraction extraction =
        Answer.html(
                URL,
                "<html><head><title>"
                    + title
                    + "</title></head><body><main><h1>"
                    + heading
                    + "</h1><p>"
                    + "Here are some words that a site has to say about this and that. ".repeat(6)
                    + "</p></main></body></html>")
            .extract();

    assertThat(extraction.adverts()).isEmpty();
    assertThat(extraction.unread()).isEqualTo(reason);
  }

  @Test
  void takesNothingThatStandsBelowATitleThatSaysThatAnAdvertIsGone() {
    String card =
        "<li class=card><a href=/j/%1$d><h3>Invented job %1$d</h3></a><p class=price>%1$d00 €</p></li>";
    Extraction extraction =
        Answer.html(
                URL,
                "<html><head><title>Job no longer available | Board</title></head><body><main><ul>"
                    + card.formatted(1)
                    + card.formatted(2)
                    + card.formatted(3)
                    + "</ul></main></body></html>")
            .extract();

    assertThat(extraction.adverts()).isEmpty();
    assertThat(extraction.unread()).isEqualTo("gone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gone | {\"message\": \"Unknown Invite\", \"code\": 10006}",
        "gone | {\"tombstone\": {\"text\": {\"text\": \"Deleted\"}}}",
        "unknown-json | {\"message\": \"ok\", \"settings\": {\"theme\": \"dark\"}}"
      })
  void saysWhyAnAnswerHoldsNoPost(String reason, String answer) {
    Extraction extraction = Answer.json(URL, answer).extract();

    assertThat(extraction.adverts()).isEmpty();
    assertThat(extraction.unread()).isEqualTo(reason);
  }

  @Test
  void takesAPostThatAModeratorRemovedForGone() {
    Extraction extraction =
        Answer.json(
                URL,
                "[{\"kind\":\"t3\",\"data\":{\"title\":\"[ Removed by moderator ]\",\"selftext\":\"[removed]\","
                    + "\"author\":\"[deleted]\",\"created_utc\":1767225600,\"permalink\":\"/r/a/1\","
                    + "\"removed_by_category\":\"moderator\"}}]")
            .extract();

    assertThat(extraction.adverts()).isEmpty();
    assertThat(extraction.unread()).isEqualTo("gone");
  }

  @Test
  void saysWhyAnInvitationThatNamesNoGroupIsNone() {
    String page = "<html><head><meta property=og:title content=\"%s\"></head><body></body></html>";

    assertThat(
            Answer.html(
                    "https://chat.whatsapp.com/Invented0000000000000A",
                    page.formatted("WhatsApp Group Invite"))
                .extract()
                .unread())
        .isEqualTo("gone");
    assertThat(
            Answer.html(
                    "https://signal.group/#invented", page.formatted("Signal Messenger Group Link"))
                .extract()
                .unread())
        .isEqualTo("empty-shell");
  }

  private static Extraction read(String body) {
    return Answer.html(URL, "<html><body><main>" + body + "</main></body></html>").extract();
  }

  @ParameterizedTest
  @CsvSource({
    "barred, Access Denied, Reference #18.0a1b2c3d.1795900000.4f",
    "gone, 内容, 该内容已被发布者删除"
  })
  void readsANoticeThatGoesUnderANumber(String reason, String title, String notice) {
    Extraction extraction =
        Answer.html(
                URL,
                "<html><head><title>%s</title></head><body><h1>%s</h1><p>%s<p>https://errors.example.org/18.0a1b"
                    .formatted(title, title, notice))
            .extract();

    assertThat(extraction.adverts()).isEmpty();
    assertThat(extraction.unread()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "barred, r/example is a private community, Only approved members can view it. To join ask those who run it.",
    "barred, Are you a human?, IP-Bereich vorübergehend gesperrt. Die Nummer dazu ist 0.8e9f.1795936000.1a2b für dich.",
    "log-in, Välkommen till forumet, Forumet är bara öppet för medlemmar. Logga in för att läsa allt som står där.",
    "links-alone, room without papers, 0 results for you. Check how you wrote it or use some more general words instead.",
    "consent-wall, Example uses cookies, We and 164 partners use cookies to store and read what we need. <button>Yes</button>",
    "consent-wall, Vores omgang med dit privatliv, Vi og 12 partnere gemmer cookies for at vise dig annoncer. <button>Ja</button>",
    "consent-wall, Teie privaatsus ja nõusolek, Kasutame küpsiseid lehe toimimiseks ja reklaami jaoks. <button>Nõustun</button>",
    "barred, Adults only, You must be 18 or more to go on to the adverts of this site. <a href=/in>I am over 18</a>"
  })
  void saysWhatStandsInFrontOfAPage(String reason, String heading, String text) {
    Extraction extraction = read("<main><h1>" + heading + "</h1><p>" + text + "</p></main>");

    assertThat(extraction.adverts()).isEmpty();
    assertThat(extraction.unread()).isEqualTo(reason);
  }

  @Test
  void keepsAnAdvertForPeopleOfSomeAge() {
    Extraction extraction =
        read(
            "<h1>Hostess, 18-25</h1><p>Work in the evening, a flat is paid for, no papers asked"
                + " for.</p><a href=/report>Report this</a>");

    assertThat(extraction.adverts()).hasSize(1);
  }

  @Test
  void keepsAnAdvertThatSpeaksOfPrivacy() {
    Extraction extraction =
        read(
            "<h1>Room with privacy</h1><p>A furnished room with a lock on its door and cookies on Sunday,"
                + " all bills included.</p><h2>More rooms</h2><button>Save</button>");

    assertThat(extraction.adverts()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Приватный урок игры на гитаре", "Soukromé hodiny kytary", "Terms by consensus"})
  void keepsAnAdvertWhoseTitleIsNearToThat(String title) {
    Extraction extraction =
        read(
            "<main><h1>"
                + title
                + "</h1><p>An hour in the evening at your place, ten an hour, tea and a kolačić or a galeta de"
                + " avena with it.</p><button>Save</button></main>");

    assertThat(extraction.adverts()).hasSize(1);
  }

  @Test
  void takesNothingOfWhatIsOfferedBelowAHeadingThatSaysItIsGone() {
    Extraction extraction =
        read(
            "<main><h1>Dette er ikke lenger tilgjengelig</h1></main><section><h2>Lignende</h2><ul>"
                + "<li><a href=/a/31>Cook wanted</a> 900 €</li><li><a href=/a/32>Maid wanted</a> 800 €</li>"
                + "</ul></section>");

    assertThat(extraction.adverts()).isEmpty();
    assertThat(extraction.unread()).isEqualTo("gone");
  }

  @Test
  void tellsAListOfFewWordsFromAnEmptyPage() {
    String links = "";
    for (String word : "Kokk Sjåfør Maler Renholder Snekker".split(" ")) {
      links += "<li><a href='/s/" + word + "'>" + word + "</a></li>";
    }

    assertThat(read("<ul>" + links + "</ul>").unread()).isEqualTo("links-alone");
    assertThat(read("<nav><ul>" + links + "</ul></nav>").unread()).isEqualTo("empty-shell");
  }

  @Test
  void tellsAPageThatSaysThatItsScriptDidNotRun() {
    assertThat(
            read("<div id=react-root></div><noscript><p>JavaScript is not available. Please enable it in this"
                    + " browser and come back.</p><p>Help, terms, privacy</p></noscript>")
                .unread())
        .isEqualTo("needs-script");
  }
}
