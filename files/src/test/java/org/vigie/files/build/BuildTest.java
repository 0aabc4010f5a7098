package org.vigie.files.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildTest {
  @Test
  void namesItselfWithItsVersionIfItHasOne() {
    assertThat(Build.product(Build.known("1.2.3"))).isEqualTo("Vigie/1.2.3");
    assertThat(Build.product(Build.known("${project.version}"))).isEqualTo("Vigie");
    assertThat(Build.product(Build.known(""))).isEqualTo("Vigie");
    assertThat(Build.product()).isEqualTo(Build.product(Build.version()));
  }

  @Test
  void hasAVersionWhereverTheBuildFilledItIn() {
    boolean isFilledIn = Build.class.getResource("build.properties") != null;
    assertThat(Build.version().isPresent()).isEqualTo(isFilledIn);
    assertThat(Build.version().orElse("0.0.0"))
        .matches("[0-9]+[.][0-9]+[.][0-9]+(-[A-Za-z0-9.]+)?");
    assertThat(Build.known("0.2.0")).isEqualTo(Optional.of("0.2.0"));
  }
}
