package org.vigie.files.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultPlacesTest {
  @Test
  void nameClassesAndLinesOfAnErrorAndItsCauseAndNoneOfTheirMessages() {
    Exception cause = new IllegalArgumentException("waiter wanted, call +33 6 39 98 00 01");
    Exception error = new IllegalStateException("of waiter wanted", cause);

    assertThat(FaultPlaces.of(error))
        .matches(
            "java\\.lang\\.IllegalStateException at \\S*FaultPlacesTest\\.\\w+\\(FaultPlacesTest\\.java:11\\) < .*"
                + "; caused by java\\.lang\\.IllegalArgumentException at \\S*FaultPlacesTest\\.\\w+\\(FaultPlacesTest\\.java:10\\).*")
        .doesNotContain("waiter", "+33", "\n");
  }

  @Test
  void areBoundedHoweverDeepAnErrorIs() {
    Throwable error = new IllegalStateException();
    for (int i = 0; i < 1_000; i++) {
      error = new IllegalStateException(error);
    }
    assertThat(FaultPlaces.of(error).split("; caused by ")).hasSize(4);
    error.setStackTrace(new StackTraceElement[0]);
    assertThat(FaultPlaces.of(error)).contains("IllegalStateException at an unknown place;");
  }
}
