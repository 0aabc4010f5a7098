package org.vigie.pipeline.alert;

/** A number with the noun it counts, as alerts write it. */
public final class Counted {
  private Counted() {}

  public static String of(long count, String noun) {
    return of(count, noun, noun + "s");
  }

  public static String of(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
