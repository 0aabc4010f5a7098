package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** What holds of every request that one admin makes and another one grants. */
final class SecondPerson {
  private SecondPerson() {}

  /**
   * Asserts that nobody grants a request alone: neither whoever asked, nor another admin who
   * doesn't show anew who they are.
   *
   * @param path of the request's decision
   */
  static void isNeeded(ServedConsole served, Browser asker, Browser second, String path)
      throws Exception {
    assertThat(served.grant(asker, path).statusCode()).as("by whoever asked").isEqualTo(409);
    assertThat(second.post(path, Map.of("decision", "grant", "password", "x")).statusCode())
        .as("without password and code")
        .isEqualTo(403);
  }
}
