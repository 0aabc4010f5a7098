package org.vigie.page.instead.com.fasterxml.jackson.core;

import java.io.IOException;

/** What is no JSON, which the page's own data never is. */
public class JsonProcessingException extends IOException {
  private static final long serialVersionUID = 1L;

  public JsonProcessingException(String message) {
    super(message);
  }

  public String getOriginalMessage() {
    return String.valueOf(getMessage());
  }

  public JsonLocation getLocation() {
    return new JsonLocation();
  }
}
