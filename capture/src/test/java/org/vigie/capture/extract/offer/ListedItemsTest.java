package org.vigie.capture.extract.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;

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
}
