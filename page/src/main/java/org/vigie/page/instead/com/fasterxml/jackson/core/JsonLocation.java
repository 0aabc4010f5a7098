package org.vigie.page.instead.com.fasterxml.jackson.core;

/** Where something is no JSON. */
public final class JsonLocation {
  public int getLineNr() {
    return 0;
  }
}
