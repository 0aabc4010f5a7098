package org.vigie.console.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.AssessedAdvert;

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
  void letsNothingActOnTheTerminalYetLosesNothing() throws Exception {
    String hostile = "a\u202Eb\u200Bc\u001B[2J é 👍 \u2028" + "\uDB40\uDC41";

    String json = SafeJson.of(List.of(hostile));

    assertThat(json.codePoints()).allMatch(SafeText::isVisible);
    assertThat(json).contains("é 👍").contains("\\u202e");
    assertThat(READER.readTree(json).get(0).asText()).isEqualTo(hostile);
  }
}
