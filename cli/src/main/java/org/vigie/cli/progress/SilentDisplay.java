package org.vigie.cli.progress;

import java.io.PrintStream;

/** A display that shows no progress, only what was not asked for. */
final class SilentDisplay implements Display {
  private final PrintStream out;

  SilentDisplay(PrintStream out) {
    this.out = out;
  }

  @Override
  public void show(long done, long total, String detail) {}

  @Override
  public void say(String line) {
    out.println(line);
  }

  @Override
  public void close() {}
}
