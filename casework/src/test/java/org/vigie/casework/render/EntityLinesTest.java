package org.vigie.casework.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Age;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.Finding;
import org.vigie.advert.PersonName;
import org.vigie.advert.Place;
import org.vigie.advert.Price;
import org.vigie.advert.PricePeriod;
import org.vigie.advert.Span;
import org.vigie.advert.WorkingHours;
import org.vigie.advert.WorkingTime;
import org.vigie.classifier.ClusterPlace;
import org.vigie.text.safe.Known;

class EntityLinesTest {
  private static final String TEXT =
      "Kitchen help in Cork, age 18-25, 12-15.5 euro an hour, fee 50 euro, 09:00-17:30, 6 days a"
          + " week. Ask for Anna\u001B[2J";

  @Test
  void saysWhatAnAdvertNamesAndInWhichWords() {
    Entities entities =
        new Entities(
            List.of(
                new Price(12, 15.5, "EUR", PricePeriod.HOUR, words("12-15.5 euro")),
                new Price(50, 50, "EUR", PricePeriod.ONCE, words("50 euro"))),
            List.of(new Age(18, 25, words("age 18-25"))),
            List.of(
                new WorkingHours(WorkingTime.TIME_OF_DAY, 9, 17.5, words("09:00-17:30")),
                new WorkingHours(WorkingTime.DAYS_A_WEEK, 6, 6, words("6 days a week"))),
            List.of(
                new Place(2_965_140, "Cork", "IE", 51.898, -8.4706, words("Cork")),
                new Place(2_964_574, "Dublin", "IE", 53.333, -6.2489, new Span(0, 0))),
            List.of(new PersonName("Anna\u001B[2J", words("Anna\u001B[2J"))));

    assertThat(lines(entities))
        .containsExactly(
            "price: 12 to 15.5 EUR, per hour  from \"12-15.5 euro\"",
            "price: 50 EUR, once  from \"50 euro\"",
            "age: 18 to 25  from \"age 18-25\"",
            "working time: 09:00 to 17:30  from \"09:00-17:30\"",
            "working time: 6 days a week  from \"6 days a week\"",
            "town: Cork (IE) at 51.90, -8.47  from \"Cork\"",
            "town: Dublin (IE) at 53.33, -6.25  from what its site declares",
            "name: Anna<U+001B>[2J  from \"Anna<U+001B>[2J\"");
  }

  @Test
  void namesATownAsTheClusterTellsItAndSaysWhy() {
    Place read = new Place(1, "Cork", "US", 40, -90, words("Cork"));
    Place told = new Place(2_965_140, "Cork", "IE", 51.898, -8.4706, words("Cork"));
    Finding why =
        Finding.of("place-by-country")
            .with("place", "Cork")
            .with("country", "IE")
            .with("alone", "US")
            .with("adverts", 2);
    Entities entities = new Entities(List.of(), List.of(), List.of(), List.of(read), List.of());

    assertThat(lines(entities, new ClusterPlace(read, told, why)))
        .containsExactly(
            "town: Cork (IE) at 51.90, -8.47  from \"Cork\"",
            ": Cork is taken for the one in IE, the country of all 2 adverts like this one,"
                + " or with its contacts, that tell one; its own text alone would mean US");
    assertThat(lines(entities, new ClusterPlace(read, read, why)))
        .containsExactly("town: Cork (US) at 40.00, -90.00  from \"Cork\"");
  }

  @Test
  void saysOnceWhatTitleAndTextBothName() {
    Place cork = new Place(2_965_140, "Cork", "IE", 51.898, -8.4706, words("Cork"));
    Entities twice = new Entities(List.of(), List.of(), List.of(), List.of(cork, cork), List.of());

    assertThat(lines(twice)).containsExactly("town: Cork (IE) at 51.90, -8.47  from \"Cork\"");
  }

  @Test
  void saysANumberOfNoCountry() {
    Entities spelled =
        new Entities(List.of(), List.of(), List.of(), List.of(), List.of(), List.of("07700900412"));

    assertThat(lines(spelled)).containsExactly("number: 07700900412  in words, of no country");
  }

  @Test
  void saysNothingOfAnAdvertThatNamesNothing() {
    assertThat(lines(Entities.none())).isEmpty();
  }

  private static List<String> lines(Entities entities, ClusterPlace... told) {
    Advert advert =
        Advert.builder(Channel.JOB_BOARD, "jobs.example.org", Known.TIME).body(TEXT).build();
    AssessedAdvert assessed =
        new AssessedAdvert(
            advert, "en", List.of(), entities, List.of(), Known.advert().assessment());
    return EntityLines.of(assessed, List.of(told)).stream()
        .map(line -> line.getKey() + ": " + line.getValue())
        .toList();
  }

  private static Span words(String words) {
    int start = TEXT.indexOf(words);
    return new Span(start, start + words.length());
  }
}
