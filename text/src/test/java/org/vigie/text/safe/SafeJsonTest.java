package org.vigie.text.safe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Entities;
import org.vigie.advert.Price;
import org.vigie.advert.PricePeriod;
import org.vigie.advert.Span;

class SafeJsonTest {
  private static final ObjectMapper READER =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  @Test
  void writesARecordThatReadsBackEqual() throws Exception {
    String json = SafeJson.of(Known.advert());

    assertThat(READER.readTree(json).at("/advert/postedAt").asText())
        .isEqualTo("2026-01-07T09:30:00Z");
    assertThat(READER.readTree(json).at("/advert/body").asText())
        .isEqualTo(Known.advert().advert().body());
    assertThat(READER.readValue(json, AssessedAdvert.class)).isEqualTo(Known.advert());
  }

  @Test
  void saysWhatAnAdvertNamesBesideContacts() throws Exception {
    AssessedAdvert known = Known.advert();
    Price price = new Price(12, 15.5, "EUR", PricePeriod.HOUR, new Span(0, 5));
    AssessedAdvert priced =
        new AssessedAdvert(
            known.advert(),
            known.language(),
            known.contacts(),
            new Entities(List.of(price), List.of(), List.of(), List.of(), List.of()),
            known.indicators(),
            known.assessment());

    assertThat(READER.readTree(SafeJson.of(priced)).at("/entities/prices").toString())
        .isEqualTo(
            "[{\"least\":12.0,\"most\":15.5,\"currency\":\"EUR\",\"period\":\"HOUR\","
                + "\"span\":{\"start\":0,\"end\":5}}]");
  }

  @Test
  void saysWhyAnAdvertWasNotAssessed() throws Exception {
    JsonNode korean = READER.readTree(SafeJson.of(unread("ko")));

    assertThat(korean.get("notAssessed").asText()).isEqualTo("not assessed: no Korean yet");
    assertThat(korean.get("assessments")).isEmpty();
    assertThat(READER.readTree(SafeJson.of(unread("und"))).get("notAssessed").asText())
        .isEqualTo("not assessed: its language can’t be told");
    assertThat(READER.readTree(SafeJson.of(Known.advert())).has("notAssessed")).isFalse();
  }

  private static AssessedAdvert unread(String language) {
    return new AssessedAdvert(
        Known.advert().advert(), language, List.of(), Entities.none(), List.of(), List.of());
  }

  @Test
  void letsNothingActOnTheTerminalYetLosesNothing() throws Exception {
    String hostile = "a\u202Eb\u200Bc\u001B[2J é 👍 \u2028" + "\uDB40\uDC41";

    String json = SafeJson.of(List.of(hostile));

    assertThat(json.codePoints()).allMatch(SafeText::isVisible);
    assertThat(json).contains("é 👍").contains("\\u202e");
    assertThat(READER.readTree(json).get(0).asText()).isEqualTo(hostile);
  }
}
