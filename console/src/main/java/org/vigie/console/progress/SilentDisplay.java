package org.vigie.console.progress;

/** A display that shows nothing. */
final class SilentDisplay implements Display {
  @Override
  public void show(long done, long total, String detail) {}

  @Override
  public void close() {}
}
