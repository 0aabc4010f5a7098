package org.vigie.capture.extract.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.capture.extract.content.LabelledParts.Part;

class PartLabelsTest {
  @ParameterizedTest
  @CsvSource({"Source:,AUTHOR,", "business,EMPLOYER,", "单位：,EMPLOYER,", "Author:,AUTHOR,AUTHOR"})
  void takesSomeWordsForLabelsAboveAColumnAlone(String label, Part column, Part pair) {
    assertThat(PartLabels.of(label)).isEqualTo(column);
    assertThat(PartLabels.ofPair(label)).isEqualTo(pair);
  }
}
