package org.vigie.pipeline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.classifier.Taxonomy;
import org.vigie.text.finding.FindingWords;

class ControlSignsTest {
  private static final Map<String, Long> EACH_ANOTHER =
      Map.of("LX-07", 1L, "LX-08", 1L, "LX-09", 1L, "RC-02", 4L);

  private static Taxonomy taxonomy;

  @BeforeAll
  static void load() throws Exception {
    taxonomy = Taxonomy.load(Path.of(System.getProperty("vigie.root"), "models"));
  }

  @Test
  void holdWhereEachAdvertSaysAnother() {
    ControlSigns signs = ControlSigns.of(EACH_ANOTHER, 4, 3, 0, taxonomy);

    assertThat(signs.hold(3)).isTrue();
    assertThat(signs.recurring().rows())
        .extracting(row -> row.getKey().id())
        .containsExactly("LX-07", "LX-08", "LX-09");
    assertThat(FindingWords.english().say(signs.reason("")))
        .isEqualTo(
            "3 of 4 adverts say some strong sign of control (rule control-signs, version 5)");
  }

  @Test
  void dontHoldWhereFewerThanAThirdSayAny() {
    assertThat(ControlSigns.of(EACH_ANOTHER, 10, 3, 0, taxonomy).hold(3)).isFalse();
    assertThat(ControlSigns.of(Map.of("LX-07", 1L), 2, 1, 0, taxonomy).hold(2)).isFalse();
  }

  @Test
  void holdOfAPairOfWhichBothSayOne() {
    Map<String, Long> each = Map.of("LX-07", 1L, "LX-09", 1L);
    assertThat(ControlSigns.of(each, 2, 2, 0, taxonomy).holdOfPair()).isTrue();
    assertThat(ControlSigns.of(each, 2, 1, 0, taxonomy).holdOfPair()).isFalse();
    assertThat(ControlSigns.of(each, 3, 2, 0, taxonomy).holdOfPair()).isFalse();
  }

  @Test
  void ofCopiesOfOneTextMustBeAlike() {
    assertThat(ControlSigns.of(EACH_ANOTHER, 4, taxonomy).hold(3)).isFalse();
    assertThat(ControlSigns.saying(EACH_ANOTHER)).isEqualTo(1);
  }

  @Test
  void holdWhereOneAdvertSaysASignAndHalfOfAllDoOrNearlyDo() {
    Map<String, Long> one = Map.of("LX-07", 1L);
    assertThat(ControlSigns.of(one, 4, 1, 1, taxonomy).hold(3)).isTrue();
    assertThat(ControlSigns.of(one, 4, 1, 1, taxonomy).reason("").code())
        .isEqualTo("near-strong-sign");
    assertThat(ControlSigns.of(one, 5, 1, 1, taxonomy).hold(3)).isFalse();
    assertThat(ControlSigns.of(one, 4, 1, 0, taxonomy).hold(3)).isFalse();
    assertThat(ControlSigns.of(Map.of(), 4, 0, 4, taxonomy).hold(3)).isFalse();
    assertThat(ControlSigns.of(one, 2, 1, 1, taxonomy).holdOfPair()).isFalse();
  }
}
