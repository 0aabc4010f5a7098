package org.vigie.cli.command.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.files.failure.UserError;

class CsvMappingTest {
  @Test
  void readsPairsFromOneWordOrSeveral() {
    assertThat(CsvMapping.parse(List.of("text=description, title=Job Title", "url=link=1")))
        .isEqualTo(Map.of("text", "description", "title", "Job Title", "url", "link=1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "=description", "text=", "", "text=a,", "text=a,text=b"})
  void refusesWhatIsNoPair(String word) {
    assertThatThrownBy(() -> CsvMapping.parse(List.of(word))).isInstanceOf(UserError.class);
  }
}
