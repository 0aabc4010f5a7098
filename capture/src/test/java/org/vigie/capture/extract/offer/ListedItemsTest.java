package org.vigie.capture.extract.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;

class ListedItemsTest {
  private static final String URL = "https://jobs.example.org/list";

  private static List<Advert> adverts(String item) {
    String items = item.formatted(1) + item.formatted(2) + item.formatted(3);
    return Answer.html(URL, "<title>Jobs</title><body><h1>Jobs</h1>" + items).extract().adverts();
  }

  @Test
  void readsItemsThatSayWhenAndWhoInElementsThatAreNotCalledSo() {
    List<Advert> adverts =
        adverts(
            """
            <div class="x"><h2><a href="/o/%1$d">Picking fruit %1$d</a></h2>
              <ul><li><i></i>1%1$d.05.2026</li><li><i></i>Testham</li></ul></div>
            """);

    assertThat(adverts)
        .extracting(Advert::url)
        .containsExactly(
            "https://jobs.example.org/o/1",
            "https://jobs.example.org/o/2",
            "https://jobs.example.org/o/3");
    assertThat(adverts.getFirst().title()).isEqualTo("Picking fruit 1");
  }

  @Test
  void tellsWhenAnItemWasPostedFromHowLongAgoThatWas() {
    assertThat(
            adverts(
                """
                <div class="x"><h2><a href="/o/%1$d">Picking fruit %1$d</a></h2>
                  <p>Two weeks in the hills with a bed and a meal %1$d.</p><b>Testham</b><small>%1$d days ago</small></div>
                """))
        .extracting(advert -> String.valueOf(advert.postedAt()).substring(0, 10))
        .containsExactly("2026-02-28", "2026-02-27", "2026-02-26");
  }

  @Test
  void takesTheNumberThatAnItemsOwnButtonRings() {
    String item =
        """
        <div class="x"><h2><a href="/o/%1$d">Picking fruit %1$d</a></h2><p>Two weeks in the hills with a bed and a meal.</p>
          <b>Testham</b><i>1%1$d.05.2026</i><a href="tel:+1555014%1$d">Ring</a><a href="mailto:board@example.org">Report</a></div>
        """;

    assertThat(adverts(item))
        .extracting(advert -> advert.fields().get("telephone"))
        .containsExactly("+15550141", "+15550142", "+15550143");
    assertThat(adverts(item)).noneMatch(advert -> advert.fields().containsKey("email"));
  }

  @Test
  void takesTitlesWithADateAloneForNoAdverts() {
    assertThat(
            adverts(
                """
                <div class="x"><h2><a href="/o/%1$d">Fruit is dear %1$d</a></h2><i>1%1$d.05.2026</i></div>
                """))
        .isEmpty();
  }

  @Test
  void takesTheLinkOfTheHeadingForTheItemsOwn() {
    List<Advert> adverts =
        adverts(
            """
            <div class="x"><a href="/o/%1$d"><h3>Maid %1$d</h3></a>
              <a href="/firm/%1$d">The Agency for Household Staff</a><a href="tel:+15550141">Call us on +1 555 0141</a>
              <p class="summary">To live in, two children, Sundays off, from the first of June.</p><b>Testham</b></div>
            """);

    assertThat(adverts)
        .extracting(Advert::url)
        .containsExactly(
            "https://jobs.example.org/o/1",
            "https://jobs.example.org/o/2",
            "https://jobs.example.org/o/3");
  }

  @Test
  void keepsWhatStandsBesideTheText() {
    Advert advert =
        adverts(
                """
                <div class="x"><h3><a href="/o/%1$d">Maid for a family %1$d</a></h3><p>Testham</p><p>700 €</p>
                  <p class="summary">To live in, two children, Sundays off, from the first of June.</p></div>
                """)
            .getFirst();

    assertThat(advert.body())
        .isEqualTo("To live in, two children, Sundays off, from the first of June.");
    assertThat(advert.fields())
        .containsEntry("price", "700 €")
        .containsEntry("context.beside", "Testham · 700 €");
  }

  @Test
  void takesForTheTextWhatStandsWhereTheItemsSayMost() {
    String item =
        """
        <div class="k"><h4><a href="/o/%1$d">Picker %1$d</a></h4><h6>Farm Example</h6><p>%2$s</p>
          <ul><li><i></i>Testham</li><li><i></i>0%1$d/11/2026</li></ul><button>Apply</button></div>
        """;
    List<Advert> adverts =
        Answer.html(
                URL,
                "<title>Jobs</title><body><h1>Jobs</h1>"
                    + item.formatted(1, "Rows of apples until the end of summer")
                    + item.formatted(2, "Grapes by the bin, a bed and no papers")
                    + item.formatted(3, "Strawberries under plastic from five in the morning"))
            .extract()
            .adverts();

    assertThat(adverts.getFirst().body()).isEqualTo("Rows of apples until the end of summer");
    assertThat(adverts.getFirst().fields().get("context.beside")).contains("Testham");
  }

  @Test
  void takesTheColumnsOfAPageAndItsFootForNoList() {
    List<Advert> adverts =
        Answer.html(
                "https://board.example.org/ad/5",
                """
                <title>Room by the mill</title><body><div id="wrap">
                <div><h2>Room by the mill</h2><p>Furnished, all bills paid, five minutes to the station.</p>
                  <a href="/ad/5/report">Report</a></div>
                <div id="footer"><a href="/a">About this board</a> <a href="/b">Rules of this board</a> of 2009-2026</div>
                </div>
                """)
            .extract()
            .adverts();

    assertThat(adverts).hasSize(1);
    assertThat(adverts.getFirst().body()).contains("five minutes").doesNotContain("Rules");
  }

  @Test
  void readsItemsWhosePartsStandInAsides() {
    List<Advert> adverts =
        adverts(
            """
            <article class="detail"><aside><time>1%1$d May 2026</time></aside>
              <aside><h3><a href="/o/%1$d">Cook %1$d</a></h3><p>For a ship, six weeks on and six off at home.</p></aside></article>
            """);

    assertThat(adverts).extracting(Advert::title).containsExactly("Cook 1", "Cook 2", "Cook 3");
  }

  @Test
  void keepsTheLinksToAMessengerThatItemsHaveOnTheirButtons() {
    List<Advert> adverts =
        adverts(
            """
            <div class="g"><h5><a href="/g/%1$d">Group %1$d</a></h5><p>Rooms and shared flats in the south of Testham</p>
              <a href="/join/%1$d" data-invite="https://chat.whatsapp.com/ExampleCode%1$d">Join</a>
              <a href="https://t.me/share/url?url=x">Share</a></div>
            """);

    assertThat(adverts)
        .extracting(one -> one.fields().get("context.links"))
        .containsExactly(
            "https://chat.whatsapp.com/ExampleCode1",
            "https://chat.whatsapp.com/ExampleCode2",
            "https://chat.whatsapp.com/ExampleCode3");
  }

  @Test
  void countsWordsOfScriptsWhoseVowelsAreMarks() {
    assertThat(TextBlock.words("வீட்டு வேலை உடனே")).isEqualTo(3);
    assertThat(TextBlock.words("घर का काम")).isEqualTo(3);
  }

  @Test
  void leavesOutWhatASiteWritesBelowEachItem() {
    List<Advert> adverts =
        adverts(
            """
            <div class="x"><a href="/o/%1$d">Maid %1$d</a><div>Household</div>
              <div>To live in with house %1$d, two children and a dog.</div><div>Ring +1 555 014%1$d</div>
              <div>Seen 1%1$d times</div><a href="/join/%1$d">Send a letter now</a></div>
            """);

    assertThat(adverts).extracting(Advert::title).containsExactly("Maid 1", "Maid 2", "Maid 3");
    assertThat(adverts.getFirst().url()).isEqualTo("https://jobs.example.org/o/1");
    assertThat(adverts.getFirst().body())
        .isEqualTo("To live in with house 1, two children and a dog.\nRing +1 555 0141");
  }

  @Test
  void readsAListOfGroupsToJoinOnAnArticlesPage() {
    String group =
        """
        <div class="g"><h3><a href="/join/a%1$d">Sea jobs group %1$d</a></h3><p>Serious crews only, number %1$d.</p>
          <a href="https://chat.whatsapp.com/AbExample%1$d%1$d%1$d">Join Group</a></div>
        """;

    List<Advert> adverts =
        Answer.html(
                "https://board.example.org/sea-groups/",
                "<title>Groups</title><meta property=og:type content=article><body><article><h1>Groups for crews</h1>"
                    + "<p>If you look for groups of crews you are in the right place, so read the rules before you join one of them.</p>"
                    + group.formatted(1)
                    + group.formatted(2)
                    + group.formatted(3)
                    + "</article>")
            .extract()
            .adverts();

    assertThat(adverts)
        .extracting(Advert::title)
        .containsExactly("Sea jobs group 1", "Sea jobs group 2", "Sea jobs group 3");
    assertThat(adverts.getFirst().fields())
        .containsEntry("context.links", "https://chat.whatsapp.com/AbExample111");
  }

  @Test
  void saysNothingOfTheItemsBesideWhatAPageIsAbout() {
    String item =
        "<li><h3><a href='/o/%d'>Coat %d</a></h3><p>A coat of strong cloth for the yard and the rain.</p></li>";
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 2_001; i++) {
      items.append(item.formatted(i, i));
    }
    String groups =
        "<a href='https://t.me/one_a'>A</a><a href='https://t.me/two_b'>B</a><a href='https://t.me/three_c'>C</a>";
    String page =
        "<head><title>Coat</title><meta property=og:type content=product></head><body><h1>Work coat</h1>"
            + "<p>Four pockets and a hood that folds away.</p>";

    Page read = Answer.html(URL, page + groups + "<ul>" + items + "</ul>").payload().page();

    assertThat(ListedItems.inviting(read, ItemGroups.best(read))).isEmpty();
    assertThat(read.cut()).isFalse();
  }

  @Test
  void readsItemsOfATitleAndAPlaceAloneIfTheyAreCalledVacancies() {
    String item =
        """
        <div class="%1$s"><h3><a href="/o/%%1$d">Cook %%1$d</a></h3><i class="location">Testham</i></div>
        """;

    assertThat(adverts(item.formatted("stellen-karte")))
        .extracting(Advert::place)
        .containsExactly("Testham", "Testham", "Testham");
    assertThat(adverts(item.formatted("recipe-card"))).isEmpty();
  }

  @Test
  void takesThePlaceThatSharesItsLineWithTheDay() {
    List<Advert> adverts =
        adverts(
            """
            <div data-testid="l-card"><a href="/o/%1$d"><h4>Picking fruit %1$d</h4></a><p data-testid="ad-price">1%1$d zł</p>
             <p data-testid="location-date">Testham, Old Town - 1%1$d May 2026</p></div>
            """);

    assertThat(adverts).extracting(Advert::place).containsOnly("Testham, Old Town");
    assertThat(adverts.getFirst().postedAt()).isEqualTo("2026-05-11T00:00:00Z");
  }

  @Test
  void readsWhatAPageSaysBesideItsListWhereThatIsMore() {
    String said = "<p>In year %d families in Testham look for help, says the invented town.</p>";
    String item =
        """
        <div class="x"><h3><a href="/o/%1$d">Maid %1$d</a></h3>
          <p>To live in, two children, Sundays off, from June.</p></div>
        """;
    StringBuilder front = new StringBuilder("<title>Maids</title><body><h1>Maids</h1>");
    for (int i = 1; i <= 5; i++) {
      front.append(item.formatted(i)).append(said.formatted(i));
    }

    List<Advert> adverts =
        Answer.html("https://jobs.example.org/", front.toString()).extract().adverts();

    assertThat(adverts).hasSize(6);
    assertThat(adverts.getFirst().body()).contains("year 5").doesNotContain("Sundays");
  }

  @Test
  void saysNothingTwiceOnACategoryOfAShop() {
    String item =
        """
        <div class="x"><h3><a href="/o/%1$d">Room %1$d by the mill</a></h3>
          <p>Furnished, all bills paid, ring +1 555 014%1$d.</p></div>
        """;
    String head =
        "<head><title>Rooms</title><meta property=og:type content=product.group></head>"
            + "<body><h1>Rooms</h1>";

    List<Advert> adverts =
        Answer.html(URL, head + item.formatted(1) + item.formatted(2) + item.formatted(3))
            .extract()
            .adverts();

    assertThat(adverts)
        .extracting(Advert::title)
        .containsExactly("Room 1 by the mill", "Room 2 by the mill", "Room 3 by the mill");
  }

  @Test
  void readsItemsThatAreCalledAdverts() {
    List<Advert> adverts =
        adverts(
            """
            <div class="advert-item"><a class="x-advert" href="/o/%1$d"><div class="advert-price">$ 4%1$d</div><div class="title">Maid %1$d</div>
              <div class="advert-text">Six rooms and a yard, the bus stops in front of the gate %1$d.</div></a></div>
            """);

    assertThat(adverts).extracting(Advert::title).containsExactly("Maid 1", "Maid 2", "Maid 3");
  }
}
