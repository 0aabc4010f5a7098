package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.lab.verify.Tally;

/**
 * The bytes of a line of the log, and of its head, at which a disk may be full: in an order of
 * chance, each once before any comes again.
 */
final class DiskPoints {
  private final List<Point> points = new ArrayList<>();
  private final Set<Point> met = new HashSet<>();
  private int at;

  /**
   * A disk that is full.
   *
   * @param place the file that has no more room
   * @param room bytes that it still takes, fewer than come
   */
  record Point(String place, int room) {}

  /**
   * @param line bytes of the shortest line
   * @param head bytes of the shortest head
   */
  DiskPoints(long line, long head, Random random) {
    for (int room = 0; room < line; room++) {
      points.add(new Point("audit", room));
    }
    for (int room = 0; room < head; room++) {
      points.add(new Point("heads", room));
    }
    Collections.shuffle(points, random);
  }

  /** What writes one line. */
  @FunctionalInterface
  interface Append {
    void run() throws Exception;
  }

  /** Returns the points of lines such as one that is written now. */
  static DiskPoints of(AuditTrail trail, Append append, Random random) throws Exception {
    long log = size(trail.log());
    long heads = size(trail.heads());
    append.run();
    return new DiskPoints(size(trail.log()) - log, size(trail.heads()) - heads, random);
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** Returns where the disk is full next. */
  Point next() {
    return points.get(at++ % points.size());
  }

  /** Counts that a disk was full there and something was refused for it. */
  void met(Point point, Tally tally) {
    tally.count(met.add(point) ? "full at a byte of its own" : "full there again", 1);
  }
}
