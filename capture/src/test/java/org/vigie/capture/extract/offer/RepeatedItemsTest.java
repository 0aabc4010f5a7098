package org.vigie.capture.extract.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;

/** Items of a list that are called alike and lead to the same place. */
class RepeatedItemsTest {
  private static List<Advert> adverts(String item) {
    return read(item.formatted(1) + item.formatted(2) + item.formatted(3));
  }

  private static List<Advert> read(String items) {
    String head = "<title>Jobs</title><body><h1>Jobs</h1>";
    return Answer.html("https://jobs.example.org/list", head + items).extract().adverts();
  }

  @Test
  void readsAnItemOnceThatIsShownForWideAndForNarrowScreens() {
    List<Advert> adverts =
        adverts(
            """
            <div class="x"><h3><a href="/o/%1$d">Maid %1$d</a></h3>
              <p>To live in, two children, Sundays off, from June.</p></div>
            <div class="x"><h3><a href="/o/%1$d">Maid %1$d</a></h3>
              <p>To live in, two children, Sundays off, from June.</p><p>Ask for Ann, any day</p></div>
            """);

    assertThat(adverts).hasSize(3);
    assertThat(adverts).allSatisfy(advert -> assertThat(advert.body()).contains("Ask for Ann"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"company-name", "location"})
  void keepsItemsApartThatDifferInWhatStandsBesideTheirText(String part) {
    String item =
        """
        <div class="x"><h3><a href="/%s">%s</a></h3><i class="%s">%s</i>
          <p>To live in, two children, Sundays off, from June.</p></div>
        """;
    StringBuilder items = new StringBuilder();
    for (String said : List.of("Testham", "Upper Mill", "Milltown")) {
      items.append(item.formatted("apply", "Maid", part, said));
      items.append(item.formatted("o/" + said.length(), "Cook in " + said, part, said));
    }
    items.append(item.formatted("o/9", "Driver", part, "Lower Mill"));

    assertThat(read(items.toString()))
        .filteredOn(one -> one.title().equals("Maid"))
        .extracting(one -> one.place() + one.fields().getOrDefault(Advert.EMPLOYER, ""))
        .containsExactly("Testham", "Upper Mill", "Milltown");
  }

  @Test
  void keepsTheFirstOfTwoItemsUnlessTheOtherSaysMore() {
    List<Advert> adverts =
        adverts(
            """
            <div class="x"><h3><a href="/o/%1$d">Maid %1$d</a></h3><i class="location">Testham</i>
              <p>To live in, two children, Sundays off, from June.</p></div>
            <div class="x"><h3><a href="/o/%1$d">Maid %1$d</a></h3>
              <p>To live in, two children, Sundays off, from June.</p></div>
            """);

    assertThat(adverts).extracting(Advert::place).containsExactly("Testham", "Testham", "Testham");
  }
}
