package org.vigie.crawler.render;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;

/** The Chromium of this machine; where there is none, tests are skipped by name. */
public final class TestBrowser {
  private TestBrowser() {}

  /**
   * Returns it; where none is installed, skips the test, or fails it if {@code VIGIE_BROWSER} is
   * {@code required}, as {@code .ci/run} sets it. Where there can be no namespace for it, nothing
   * is rendered, and the test is skipped.
   */
  public static ChromiumProgram installed() {
    try {
      return ChromiumProgram.find();
    } catch (IOException e) {
      if (!ChromiumProgram.isInstalled() && "required".equals(System.getenv("VIGIE_BROWSER"))) {
        throw new AssertionError(e);
      }
      return abort(e.getMessage());
    }
  }
}
