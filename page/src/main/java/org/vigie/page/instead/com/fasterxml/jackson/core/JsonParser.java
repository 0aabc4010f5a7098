package org.vigie.page.instead.com.fasterxml.jackson.core;

/** Holds what a parser may be asked for. */
public class JsonParser {
  /** What a parser may be asked for. */
  public enum Feature {
    STRICT_DUPLICATE_DETECTION
  }
}
