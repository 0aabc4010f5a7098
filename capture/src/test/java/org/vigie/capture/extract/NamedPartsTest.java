package org.vigie.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;

class NamedPartsTest {
  private static final String TEXT =
      "<p>Furnished room for one person, all bills included, five minutes to the station.</p>";

  private static Advert read(String body) {
    return Answer.html(
            "https://board.example.org/ad/5",
            "<html><head><title>Invented room</title></head><body><main><h1>Invented room</h1>"
                + body
                + "</main></body></html>")
        .onlyAdvert();
  }

  @Test
  void takesSellerPlaceAndPriceFromElementsThatAreNamedSo() {
    Advert advert =
        read(
            "<span class=AdInfo_price__x1>430 €</span><div data-testid=ad-location>Exampletown</div>"
                + TEXT
                + "<div class=b-seller-block__name>Ann Example</div>");

    assertThat(advert.place()).isEqualTo("Exampletown");
    assertThat(advert.fields())
        .containsEntry("price", "430 €")
        .containsEntry("author", "Ann Example");
  }

  @Test
  void takesNothingFromASectionOfOtherAdverts() {
    Advert advert =
        read(
            TEXT
                + "<section class=similar-ads><div class=seller-name>Ben Example</div>"
                + "<span class=price>99 €</span></section>");

    assertThat(advert.fields()).doesNotContainKeys("author", "price");
  }

  @Test
  void takesThePlaceThatStandsBehindAWordForIt() {
    Advert advert = read(TEXT + "<dl><dt>Miasto:</dt><dd>Przykładowo</dd></dl>");

    assertThat(advert.place()).isEqualTo("Przykładowo");
  }

  @Test
  void takesNothingWhereManyElementsSayDifferentThings() {
    Advert advert =
        read(
            TEXT
                + "<p class=price>1 €</p><p class=price>2 €</p><p class=price>3 €</p>"
                + "<p class=price>4 €</p><p class=price>5 €</p>");

    assertThat(advert.fields()).doesNotContainKey("price");
  }

  @Test
  void takesThePlaceThatStandsRightBehindAWordForIt() {
    Advert advert =
        read(
            "<ul><li><strong>City:</strong> Exampletown</li><li><strong>Posted:</strong> today</li></ul>"
                + TEXT);

    assertThat(advert.place()).isEqualTo("Exampletown");
  }

  @Test
  void takesTheNumberAndTheAddressThatButtonsRingAndWriteTo() {
    Advert advert =
        read(
            TEXT
                + "<a href='tel:+447700900318'>Ring</a><a href='mailto:ann@example.org?subject=x'>Write</a>");

    assertThat(advert.fields())
        .containsEntry("telephone", "+447700900318")
        .containsEntry("email", "ann@example.org");
  }

  @Test
  void takesNoNumberOfThePagesFootAndNoneOfSeveral() {
    Advert advert =
        read(
            TEXT
                + "<a href='tel:+447700900318'>Ann</a><a href='tel:+447700900319'>Ben</a>"
                + "<footer><a href='mailto:help@example.org'>Help</a></footer>");

    assertThat(advert.fields()).doesNotContainKeys("telephone", "email");
  }

  @Test
  void takesTheDayThatAnElementDeclaresOutsideAnyItem() {
    Advert advert =
        read(TEXT + "<span itemprop=datePosted content='2026-02-24'>Up since Tuesday</span>");

    assertThat(advert.postedAt()).isEqualTo(java.time.Instant.parse("2026-02-24T00:00:00Z"));
  }

  @Test
  void takesTheNumberOfAButtonAndTheMessengerThatTheAdvertLinksTo() {
    Advert advert =
        read(
            TEXT
                + "<button data-phone='+44 7700 900342'>Show number</button>"
                + "<a href='https://wa.me/447700900342?text=Hello'>WhatsApp</a>"
                + "<div class=social><a href='https://t.me/board_example'>Follow us</a></div>");

    assertThat(advert.fields())
        .containsEntry("telephone", "+44 7700 900342")
        .containsEntry("context.links", "https://wa.me/447700900342");
  }

  @Test
  void takesTheTimeFromAnElementThatIsNamedSoWhereverItStands() {
    Advert advert = read(TEXT + "<aside><p data-testid=ad-posted-at>Put up 2 days ago</p></aside>");

    assertThat(advert.postedAt()).isEqualTo("2026-02-27T00:00:00Z");
    assertThat(advert.fields()).containsEntry("context.posted", "Put up 2 days ago");
  }

  @Test
  void takesTheDayOfABriefLineBesideTheText() {
    Advert advert = read(TEXT + "<div class=region>Exampletown, 28 February 2026</div>");

    assertThat(advert.postedAt()).isEqualTo("2026-02-28T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Apply today!",
        "Open today 9:00 - 17:00",
        "Seen 120 times (today: 5)",
        "Free from 15 January",
        "4 out of 5"
      })
  void takesNoDayFromALineThatTellsNoneInFull(String line) {
    assertThat(read(TEXT + "<p>" + line + "</p>").postedAt()).isNull();
  }

  @Test
  void takesNoDayOnWhichSomethingElseWasOrWillBe() {
    Advert advert =
        read(
            "<p>Member since 4 May 2019</p>"
                + TEXT
                + "<p>Closes 12 May 2026</p><footer><p>1 January 2026</p></footer>");

    assertThat(advert.postedAt()).isNull();
  }

  @Test
  void takesTheNumberOfAnElementThatIsNamedSo() {
    Advert advert = read(TEXT + "<ul class=contact><li class=phone-part>+44 7700 900346</li></ul>");

    assertThat(advert.text() + advert.fields().get("telephone")).contains("+44 7700 900346");
  }

  @Test
  void takesTheMessengersByWhichOnePersonIsReachedEachOnce() {
    Advert advert =
        read(
            TEXT
                + "<div class=app-widget><a href='https://wa.me/447700900342'>WhatsApp</a>"
                + "<a href='https://t.me/ann_example'>Telegram</a></div>");

    assertThat(advert.fields())
        .containsEntry("context.links", "https://t.me/ann_example https://wa.me/447700900342");
  }

  @Test
  void takesTheBriefTextOfWhatIsCalledASellerWhereNothingSaysItBetter() {
    Advert plain = read(TEXT + "<div class=seller>Ann Example</div>");
    Advert named = read(TEXT + "<div class=user>Joined</div><b class=seller-name>Ben Example</b>");
    Advert two = read(TEXT + "<div class=user>Ann</div><div class=user>Ben</div>");

    assertThat(plain.fields()).containsEntry("author", "Ann Example");
    assertThat(named.fields()).containsEntry("author", "Ben Example");
    assertThat(two.fields()).doesNotContainKey("author");
  }

  @Test
  void takesNoHeadingOfAQuestionOfConsentForTheTitle() {
    Advert advert =
        Answer.html(
                "https://board.example.org/ad/5",
                "<title>Board</title><body><div class=cmp-consent-box><h1>We value what you share</h1>"
                    + "<p>Our 12 partners store cookies.</p><button>Yes</button></div><main><h1>Invented room</h1>"
                    + TEXT
                    + "<p>Ring +44 7700 900347</p></main>")
            .onlyAdvert();

    assertThat(advert.title()).isEqualTo("Invented room");
  }

  @Test
  void takesTheDayOfTheLineRightBelowTheTitle() {
    Advert advert = read("<p>Put up 24.02.2026 · Rent 430 · Exampletown</p>" + TEXT);

    assertThat(advert.postedAt()).isEqualTo("2026-02-24T00:00:00Z");
    assertThat(advert.fields()).doesNotContainKey("context.posted");
  }

  private static final String DETAILS =
      """
      <table><tr><td>Cena:</td><td>1 200 zł</td></tr><tr><td>Miasto:</td><td>Przykładowo</td></tr>
       <tr><td>Telefon:</td><td>+44 7700 900341</td></tr><tr><td>E-mail:</td><td>ann@example.org</td></tr></table>
      """;

  @Test
  void takesPriceAndContactsFromATableOfDetailsBesideALongText() {
    Advert advert = read(DETAILS + "<div>" + TEXT.replaceAll("</?p>", " ").repeat(4) + "</div>");

    assertThat(advert.place()).isEqualTo("Przykładowo");
    assertThat(advert.fields())
        .containsEntry("price", "1 200 zł")
        .containsEntry("telephone", "+44 7700 900341")
        .containsEntry("email", "ann@example.org");
  }

  @Test
  void takesNoContactFromAPagesFootOrWhereItSaysTwo() {
    String text = "<div>" + TEXT.replaceAll("</?p>", " ").repeat(4) + "</div>";
    String other = DETAILS.replace("900341", "900342").replace("ann@", "ben@");

    assertThat(read(text + "<footer>" + DETAILS + "</footer>").fields())
        .doesNotContainKeys("telephone", "email");
    assertThat(read(DETAILS + text + other).fields()).doesNotContainKeys("telephone", "email");
  }

  @Test
  void takesNobodyFromWhereASiteAsksForALogInOrNamesWhoIsLoggedIn() {
    String asked =
        "<div class=user><a href=/login>Log in</a> <a href=/register>Register</a></div>"
            + "<table><tr><td>Locality</td><td>Exampletown</td></tr>"
            + "<tr><td>Posted by</td><td>Example Agency</td></tr></table>";
    String named =
        "<header><input name=q><div class=user><b>Officer Example</b></div></header>" + TEXT;

    assertThat(read(TEXT + asked).fields()).containsEntry("author", "Example Agency");
    assertThat(read(TEXT + asked).place()).isEqualTo("Exampletown");
    assertThat(read(named).fields()).doesNotContainKey("author");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p class=subtitle>Publicado ontem às 18:30 em <b>Porto</b></p>",
        "<p>Inlagd: <span>28 feb. 18:30</span> • <a href=/c>Uppsala</a></p>"
      })
  void takesTheTimeOfALineThatSaysThatItWasPosted(String line) {
    assertThat(read(line + TEXT).postedAt()).isEqualTo("2026-02-28T18:30:00Z");
  }

  @Test
  void leavesThePartsOfAVacancyOutOfItsText() {
    Advert advert =
        Answer.html(
                "https://jobs.example.org/job/5",
                "<html><body><article class=hentry><h1 class=entry-title>Host</h1><div class=entry-content>"
                    + "<ul><li>Freelance</li><li>Testham</li></ul><p class=name>Moon Bar</p>"
                    + "<div class=job_description><p>Hosts for a bar, flat over the bar, drinks on commission.</p>"
                    + "</div></div></article></body></html>")
            .onlyAdvert();

    assertThat(advert.body())
        .isEqualTo("Hosts for a bar, flat over the bar, drinks on commission.");
  }
}
