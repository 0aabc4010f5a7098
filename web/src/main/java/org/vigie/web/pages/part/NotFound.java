package org.vigie.web.pages.part;

import org.vigie.web.Answer;

/** What a page says where there is nothing by that name. */
public final class NotFound {
  private NotFound() {}

  public static Answer answer() {
    return Answer.Page.error(404, "error.not-found");
  }
}
