package org.vigie.capture.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoosePartsTest {
  private static Map<PostPart, LooseParts.Told> told(String attributes)
      throws JsonProcessingException {
    return LooseParts.in(new ObjectMapper().readTree("{\"fields\":[" + attributes + "]}"));
  }

  @Test
  void takesNothingFromTheLabelOfAFieldWithoutAValue() throws Exception {
    assertThat(
            told(
                """
                {"name":"city","label":"City"},{"key":"price","label":"Price"},
                {"name":"town","type":"location","label":"Where"}
                """))
        .isEmpty();
  }

  @Test
  void takesTheLabelForTheValueOfAnAttributeThatItsTypeNames() throws Exception {
    assertThat(told("{\"type\":\"location\",\"label\":\"Testham\"}"))
        .containsEntry(PostPart.PLACE, new LooseParts.Told("Testham", null));
  }

  @Test
  void takesTheValueOfAnAttributeThatItsLabelNames() throws Exception {
    assertThat(told("{\"label\":\"City\",\"type\":\"text\",\"value\":\"Testham\"}"))
        .containsEntry(PostPart.PLACE, new LooseParts.Told("Testham", null));
  }
}
