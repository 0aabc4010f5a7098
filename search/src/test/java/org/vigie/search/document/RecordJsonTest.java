package org.vigie.search.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Age;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Entities;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.PersonName;
import org.vigie.advert.Place;
import org.vigie.advert.Price;
import org.vigie.advert.PricePeriod;
import org.vigie.advert.Sighting;
import org.vigie.advert.Span;
import org.vigie.advert.Template;
import org.vigie.advert.TemplatePart;
import org.vigie.advert.WorkingHours;
import org.vigie.advert.WorkingTime;
import org.vigie.search.Adverts;

class RecordJsonTest {
  @Test
  void readsWhatItWrote() throws IOException {
    for (AssessedAdvert advert : Adverts.generated(50, 9)) {
      assertThat(RecordJson.read(RecordJson.write(advert), AssessedAdvert.class)).isEqualTo(advert);
    }
  }

  @Test
  void writesComponentsOnlyAndInstantsInIso8601() {
    assertThat(RecordJson.write(new Template(List.of(TemplatePart.constant("work in ")))))
        .isEqualTo(
            "{\"parts\":[{\"text\":\"work in \",\"values\":[],\"kind\":\"WORDS\"}],"
                + "\"length\":{\"template\":0.0,\"slots\":0.0,\"text\":0.0}}");
    Instant at = Instant.parse("2026-01-05T00:00:00.000000001Z");
    assertThat(RecordJson.write(new Sighting("a-1", at, at, 1, List.of(), List.of())))
        .isEqualTo(
            "{\"advertId\":\"a-1\",\"firstSeen\":\"2026-01-05T00:00:00.000000001Z\","
                + "\"lastSeen\":\"2026-01-05T00:00:00.000000001Z\",\"times\":1,"
                + "\"urls\":[],\"sourceIds\":[],\"changes\":[]}");
  }

  @Test
  void readsATemplateWrittenBeforeItsLengthWasKept() throws IOException {
    assertThat(RecordJson.read("{\"parts\":[]}", Template.class)).isEqualTo(Template.empty());
  }

  @Test
  void readsAClusterOfWhichNothingWasAssessedAsAnEarlierReleaseWroteIt() throws IOException {
    String json =
        "{\"id\":\"c-1\",\"size\":2,\"contacts\":{},\"places\":{},\"countries\":{},\"sites\":{},"
            + "\"channels\":{},\"languages\":{},\"advertIndicators\":{},\"indicators\":[],"
            + "\"models\":{},\"highestRisk\":0.0,\"meanRisk\":0.0,\"persons\":0}";

    ClusterProfile read = RecordJson.read(json, ClusterProfile.class);

    assertThat(read.meanRisk()).isNull();
    assertThat(RecordJson.write(read)).contains("\"meanRisk\":null");
  }

  @Test
  void takesAllAdvertsOfANetworkToBeAssessedOfWhichAnEarlierReleaseWroteTheMean()
      throws IOException {
    String json =
        "{\"id\":\"n-1\",\"adverts\":5,\"clusters\":{},\"contacts\":{},\"countries\":{},"
            + "\"sites\":{},\"channels\":{},\"edges\":[],\"cuts\":[],\"highestRisk\":0.4,"
            + "\"meanRisk\":%s}";

    assertThat(RecordJson.read(json.formatted("0.2"), NetworkProfile.class).assessed())
        .isEqualTo(5);
    assertThat(RecordJson.read(json.formatted("0.0"), NetworkProfile.class).assessed()).isZero();
  }

  @Test
  void readsASightingWrittenBeforeChangesWereKept() throws IOException {
    String json =
        "{\"advertId\":\"a-1\",\"firstSeen\":\"2026-01-05T00:00:00Z\","
            + "\"lastSeen\":\"2026-01-05T00:00:00Z\",\"times\":1,\"urls\":[],\"sourceIds\":[]}";

    assertThat(RecordJson.read(json, Sighting.class).changes()).isEmpty();
  }

  @Test
  void readsWhatAnAdvertNamesBesideContacts() throws IOException {
    AssessedAdvert plain = Adverts.saying("Kitchen help in Cork, 12 euro an hour");
    AssessedAdvert advert =
        new AssessedAdvert(
            plain.advert(),
            "en",
            List.of(),
            new Entities(
                List.of(new Price(12, 12, "EUR", PricePeriod.HOUR, new Span(22, 29))),
                List.of(new Age(18, 25, new Span(0, 7))),
                List.of(new WorkingHours(WorkingTime.TIME_OF_DAY, 9, 17.5, new Span(0, 7))),
                List.of(new Place(2_965_140, "Cork", "IE", 51.9, -8.47, new Span(16, 20))),
                List.of(new PersonName("Anna", new Span(0, 4)))),
            List.of(),
            plain.assessment());

    assertThat(RecordJson.read(RecordJson.write(advert), AssessedAdvert.class)).isEqualTo(advert);
  }

  @Test
  void readsAnAdvertWrittenBeforeItsEntitiesWereRead() throws IOException {
    AssessedAdvert advert = Adverts.saying("Kitchen help");
    String json = RecordJson.write(advert);
    String older = json.replaceFirst("\"entities\":\\{[^{}]*},", "");

    assertThat(older).isNotEqualTo(json).doesNotContain("entities");
    assertThat(RecordJson.read(older, AssessedAdvert.class)).isEqualTo(advert);
  }

  @Test
  void keepsLoneSurrogates() throws IOException {
    AssessedAdvert advert = Adverts.saying("\uDC00 robota żółć \uD83D\uDE00 \uD800");
    String json = RecordJson.write(advert);
    assertThat(json.chars()).allMatch(c -> c < 128);
    assertThat(RecordJson.read(json, AssessedAdvert.class)).isEqualTo(advert);
  }

  @Test
  void refusesOtherJsonWithoutQuotingIt() {
    assertThatThrownBy(() -> RecordJson.read("{\"secret\":1}", Sighting.class))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("must be a Sighting")
        .hasMessageNotContaining("secret");
  }
}
