package org.vigie.pipeline.state;

import java.util.List;

/**
 * How texts that stand in state often begin, so that a beginning takes a byte. What a savepoint
 * holds is a number in this list: further ones may be added at its end, and none may move.
 */
final class Beginnings {
  private static final List<String> ALL =
      List.of(
          "phone:+",
          "email:",
          "handle:",
          "iban:",
          "wallet:",
          "account:",
          "picture:",
          "url:https://",
          "url:http://",
          "https://",
          "http://",
          "classifieds",
          "job-board",
          "messaging",
          "feed",
          "forum",
          "social",
          "link-preview",
          "file",
          "CT-",
          "FI-",
          "LX-",
          "MV-",
          "NX-",
          "OA-",
          "OT-",
          "RC-",
          "SX-",
          "risk-recruitment-",
          "risk-sexual-",
          "risk-work-",
          "risk-forced-criminality-",
          "risk-other-");

  static final int NONE = -1;

  private Beginnings() {}

  /** Returns the number of the longest that a text begins with, or {@link #NONE}. */
  static int of(String text) {
    int longest = NONE;
    for (int i = 0; i < ALL.size(); i++) {
      if (text.startsWith(ALL.get(i))
          && (longest == NONE || ALL.get(i).length() > ALL.get(longest).length())) {
        longest = i;
      }
    }
    return longest;
  }

  static String get(int number) {
    return ALL.get(number);
  }
}
