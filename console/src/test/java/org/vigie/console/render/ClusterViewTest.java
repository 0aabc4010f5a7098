package org.vigie.console.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterViewTest {
  private final List<String> lines = new ClusterView(new Style(false)).lines(Known.cluster());

  @Test
  void marksTheSlotsOfTheTemplate() {
    assertThat(lines)
        .containsSequence("  We hire in [slot: (nothing) | Lyon | Par<U+202E>is] today.", "  Call");
  }

  @Test
  void countsContactsAndPlacesMostFirst() {
    assertThat(lines)
        .contains("  contacts     phone:+33639980001 3", "  places       Paris 2 · Lyon 1");
  }

  @Test
  void saysHowToListItsAdverts() {
    assertThat(lines).endsWith("Its adverts: ./vigie search 'cluster:c-0123'");
  }
}
