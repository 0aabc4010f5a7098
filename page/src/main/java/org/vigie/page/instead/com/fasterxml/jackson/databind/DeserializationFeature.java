package org.vigie.page.instead.com.fasterxml.jackson.databind;

/** What a reader may be asked for. */
public enum DeserializationFeature {
  FAIL_ON_TRAILING_TOKENS
}
