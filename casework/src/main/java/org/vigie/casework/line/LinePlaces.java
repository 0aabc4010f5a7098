package org.vigie.casework.line;

import java.util.HashMap;
import java.util.Map;

/** Places of which there are some in all, and a few for each of those who ask for them. */
final class LinePlaces {
  private final int most;
  private final int mostEach;
  private final Map<String, Integer> taken = new HashMap<>();
  private int all;

  LinePlaces(int most, int mostEach) {
    this.most = most;
    this.mostEach = mostEach;
  }

  /** Takes a place, if there is one left for somebody. */
  synchronized boolean take(String whose) {
    int own = taken.getOrDefault(whose, 0);
    if (all >= most || own >= mostEach) {
      return false;
    }
    taken.put(whose, own + 1);
    all++;
    return true;
  }

  /** Gives a place back that was taken. */
  synchronized void leave(String whose) {
    taken.computeIfPresent(whose, (key, own) -> own == 1 ? null : own - 1);
    all--;
  }
}
