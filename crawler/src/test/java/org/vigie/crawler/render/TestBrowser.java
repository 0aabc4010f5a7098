package org.vigie.crawler.render;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;

/** The Chromium of this machine; where there is none, tests are skipped by name. */
public final class TestBrowser {
  private TestBrowser() {}

  /**
   * Returns it; where none is installed, skips the test, or fails it if {@code VIGIE_BROWSER} is
   * {@code required}, as {@code .ci/run} sets it.
   */
  public static ChromiumProgram installed() {
    Optional<ChromiumProgram> program = ChromiumProgram.find();
    String must = "chromium must be installed for the rendering tests (apt-get install chromium)";
    if (program.isEmpty() && "required".equals(System.getenv("VIGIE_BROWSER"))) {
      throw new AssertionError(must);
    }
    assumeTrue(program.isPresent(), must);
    return program.orElseThrow();
  }
}
