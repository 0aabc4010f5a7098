package org.vigie.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Sighting;
import org.vigie.advert.Template;
import org.vigie.advert.TemplatePart;

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
        .isEqualTo("{\"parts\":[{\"text\":\"work in \",\"values\":[]}]}");
    Instant at = Instant.parse("2026-01-05T00:00:00.000000001Z");
    assertThat(RecordJson.write(new Sighting("a-1", at, at, 1, List.of(), List.of())))
        .isEqualTo(
            "{\"advertId\":\"a-1\",\"firstSeen\":\"2026-01-05T00:00:00.000000001Z\","
                + "\"lastSeen\":\"2026-01-05T00:00:00.000000001Z\",\"times\":1,"
                + "\"urls\":[],\"sourceIds\":[],\"changes\":[]}");
  }

  @Test
  void readsASightingWrittenBeforeChangesWereKept() throws IOException {
    String json =
        "{\"advertId\":\"a-1\",\"firstSeen\":\"2026-01-05T00:00:00Z\","
            + "\"lastSeen\":\"2026-01-05T00:00:00Z\",\"times\":1,\"urls\":[],\"sourceIds\":[]}";

    assertThat(RecordJson.read(json, Sighting.class).changes()).isEmpty();
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
