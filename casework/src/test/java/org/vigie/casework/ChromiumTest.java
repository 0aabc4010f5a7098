package org.vigie.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Whether browser tests are skipped or fail where there is no browser. */
class ChromiumTest {
  @Test
  void skipsATestWithoutABrowserUnlessOneIsRequired() {
    assertThatThrownBy(() -> Chromium.requireInstalled(false, ""))
        .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo("TestAbortedException"));
    assertThatThrownBy(() -> Chromium.requireInstalled(false, "required"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("apt-get install chromium");
    assertThatCode(() -> Chromium.requireInstalled(true, "required")).doesNotThrowAnyException();
  }

  @Test
  void isRequiredInContinuousIntegration() throws Exception {
    assertThat(Files.readString(Readme.project().resolve(".ci/run")))
        .contains("export VIGIE_BROWSER=required");
  }
}
