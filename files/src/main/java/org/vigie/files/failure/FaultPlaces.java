package org.vigie.files.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The places at which an error arose, for a log: classes and lines of code of the error and of what
 * caused it, of libraries the innermost alone. Its messages are left out, since they may quote an
 * advert.
 */
public final class FaultPlaces {
  private static final int MOST_CAUSES = 4;
  private static final int MOST_PLACES = 12;

  /** Places in libraries that are named: the error arose there. */
  private static final int FIRST_PLACES = 3;

  /** What this program's own classes begin with. */
  private static final String OWN = "org.vigie.";

  private FaultPlaces() {}

  /**
   * Returns them as one line, such as {@code java.io.IOException at org.vigie.A.read(A.java:12) <
   * org.vigie.B.run(B.java:3); caused by …}.
   */
  public static String of(Throwable error) {
    List<String> causes = new ArrayList<>();
    for (Throwable one = error; one != null && causes.size() < MOST_CAUSES; one = one.getCause()) {
      causes.add(one.getClass().getName() + " at " + places(one));
    }
    return String.join("; caused by ", causes);
  }

  private static String places(Throwable error) {
    StackTraceElement[] trace = error.getStackTrace();
    String places =
        IntStream.range(0, trace.length)
            .filter(i -> i < FIRST_PLACES || trace[i].getClassName().startsWith(OWN))
            .limit(MOST_PLACES)
            .mapToObj(i -> trace[i].toString())
            .collect(Collectors.joining(" < "));
    return places.isEmpty() ? "an unknown place" : places;
  }
}
