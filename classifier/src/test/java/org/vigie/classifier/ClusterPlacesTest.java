package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.Place;
import org.vigie.classifier.place.CountryTowns;
import org.vigie.text.finding.FindingWords;

class ClusterPlacesTest {
  private static EntityReading reading;
  private static CountryTowns towns;

  @BeforeAll
  static void load() throws IOException {
    reading = new EntityReading();
    towns = new CountryTowns(ModelsFolder.path());
  }

  private static AssessedAdvert advert(String country, String body) {
    return advert(country, "en", body);
  }

  private static AssessedAdvert advert(String country, String language, String body) {
    Advert advert =
        Advert.builder(Channel.FORUM, "forum", Instant.EPOCH).body(body).country(country).build();
    EntityReader.Read read = reading.read(advert, language);
    return new AssessedAdvert(
        advert, language, read.contacts(), read.entities(), List.of(), List.of());
  }

  private static List<String> told(AssessedAdvert advert, AssessedAdvert... others) {
    List<AssessedAdvert> cluster = Stream.concat(Stream.of(advert), Stream.of(others)).toList();
    return of(cluster).of(advert).stream()
        .map(told -> shown(told.alone()) + " > " + shown(told.place()))
        .toList();
  }

  private static ClusterPlaces of(List<AssessedAdvert> cluster) {
    return ClusterPlaces.of(cluster.stream().map(CertainPlaces::of).toList(), towns);
  }

  private static String shown(Place place) {
    return place.name() + " " + place.country();
  }

  private static final String FARM = "Work on a farm near Lincoln, a room is there";
  private static final String FARM_AGAIN = "Work on a farm near Lincoln, a room is there!";
  private static final String FARM_STILL = "Work on a farm near Lincoln, a room is there now";

  @Test
  void takesTheTownThatACopyOfItsCountryMeans() {
    assertThat(told(advert("", FARM), advert("GB", FARM_AGAIN)))
        .containsExactly("Lincoln US > Lincoln GB");
  }

  @Test
  void takesTheTownThatACopyMeansByItsPhone() {
    assertThat(told(advert("", FARM), advert("", FARM_AGAIN + " +44 7700 900123")))
        .containsExactly("Lincoln US > Lincoln GB");
  }

  @Test
  void takesTheTownThatACopyMeansByItsMoneyOrTheNameOfItsCountry() {
    assertThat(told(advert("", FARM), advert("", FARM_AGAIN + ", £500 a week")))
        .containsExactly("Lincoln US > Lincoln GB");
    assertThat(
            told(
                advert("", "Bus from Berlin to Córdoba"),
                advert("", "Bus from Berlin to Córdoba, Spain, +34 612 34 56 78")))
        .contains("Córdoba AR > Córdoba ES");
  }

  @Test
  void takesTheCountryOnWhichTheOthersAgreeWhereTheyNameOtherTowns() {
    assertThat(
            told(
                advert("", FARM),
                advert("GB", "Work on a farm near York, a room is there"),
                advert("GB", "Work on a farm near Exeter, a room is there")))
        .containsExactly("Lincoln US > Lincoln GB");
  }

  @Test
  void keepsWhatTheWorldKnowsUnderTheNameWhereOnlyTheOthersCountryIsKnown() {
    assertThat(
            told(
                advert("", "Work in a hotel in London, a room is there"),
                advert("CA", "Work in a hotel in Toronto, a room is there")))
        .isEmpty();
  }

  @Test
  void keepsWhatWasReadWhereTheOthersDontAgreeOnACountry() {
    assertThat(
            told(
                advert("", FARM),
                advert("GB", "Work on a farm near York, a room is there"),
                advert("IE", "Work on a farm near Cork, a room is there")))
        .isEmpty();
  }

  @Test
  void keepsWhatWasReadWhereTwoCountriesAreAsCertain() {
    AssessedAdvert british = advert("GB", FARM_AGAIN);
    AssessedAdvert american = advert("US", FARM_STILL);

    assertThat(told(advert("", FARM), british, american)).isEmpty();
    assertThat(told(british, american)).isEmpty();
    assertThat(told(american, british)).isEmpty();
  }

  @Test
  void keepsWhatIsCertainThoughItIsOutvoted() {
    AssessedAdvert american = advert("US", FARM_STILL);
    AssessedAdvert british = advert("GB", FARM_AGAIN);
    AssessedAdvert alsoBritish = advert("GB", FARM_AGAIN + "!");
    AssessedAdvert nameless = advert("", FARM);

    assertThat(told(american, british, alsoBritish, nameless)).isEmpty();
    assertThat(told(nameless, british, alsoBritish, american))
        .containsExactly("Lincoln US > Lincoln GB");
    assertThat(told(advert("", FARM + " +1 402 555 0123"), british, alsoBritish)).isEmpty();
  }

  @Test
  void keepsWhatWasReadOfAClusterThatTellsNothing() {
    assertThat(told(advert("", FARM), advert("", FARM_AGAIN))).isEmpty();
  }

  @Test
  void keepsWhatAnAdvertWithAPhoneOfAnotherCountryWasReadAlone() {
    AssessedAdvert alone = advert("", "fr", "Travail dans une ferme à Laval, +1 514 555 0123");

    assertThat(alone.entities().places()).extracting(Place::country).containsExactly("FR");
    assertThat(alone.contacts()).extracting(Contact::country).containsExactly("CA");
    assertThat(told(alone)).isEmpty();
  }

  @Test
  void confirmsATownThatIsReadAlikeAlone() {
    AssessedAdvert alone = advert("", "Work in a hotel in London, a room is there");
    ClusterPlace told =
        of(List.of(alone, advert("GB", "Work in a hotel in London, a room is there!")))
            .of(alone)
            .getFirst();

    assertThat(told.isOther()).isFalse();
    assertThat(shown(told.place())).isEqualTo("London GB");
  }

  @Test
  void tellsTheSameInWhateverOrderTheAdvertsCome() {
    AssessedAdvert nameless = advert("", FARM);
    List<AssessedAdvert> cluster =
        new ArrayList<>(
            List.of(
                nameless,
                advert("", FARM + "!"),
                advert("US", FARM_STILL),
                advert("GB", FARM_STILL + "!"),
                advert("GB", FARM_AGAIN)));
    List<ClusterPlace> expected = of(cluster).of(nameless);
    assertThat(expected).hasSize(1);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(cluster, new Random(seed));
      assertThat(of(cluster).of(nameless)).isEqualTo(expected);
    }
  }

  @Test
  void keepsTheSpanAndSaysWhatTellsTheTown() {
    AssessedAdvert nameless = advert("", FARM);
    ClusterPlace told = of(List.of(nameless, advert("GB", FARM_AGAIN))).of(nameless).getFirst();

    assertThat(told.isOther()).isTrue();
    assertThat(told.place().span().of(nameless.advert().text())).isEqualTo("Lincoln");
    assertThat(FindingWords.english().say(told.why()))
        .isEqualTo(
            "Lincoln is taken for the one in GB, as 1 advert tells that is like this one or shares"
                + " its contacts; its own text alone would mean US");
  }

  @Test
  void asksForHelpWhereNoCountryIsToldAlone() {
    assertThat(ClusterPlaces.isAmbiguous(advert("", FARM))).isTrue();
    assertThat(ClusterPlaces.isAmbiguous(advert("GB", FARM))).isFalse();
    assertThat(ClusterPlaces.isAmbiguous(advert("", FARM + " +44 7700 900123"))).isFalse();
    assertThat(ClusterPlaces.isAmbiguous(advert("", "Work on a farm, a room is there"))).isFalse();
  }
}
