package org.vigie.web.pages.part;

import java.util.Map;
import org.vigie.web.Answer;

/** What a page says where there is nothing by that name. */
public final class NotFound {
  private NotFound() {}

  public static Answer answer() {
    return new Answer.Page(404, "error", Map.of("phrase", "error.not-found", "detail", ""));
  }
}
