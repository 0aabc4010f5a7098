package org.vigie.search.fact;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;

/**
 * The clusters of an index, and the adverts that are alone in a network, by number from 1; 0 stands
 * for an advert of which no small document says anything.
 */
public final class Groups {
  /** What stands for an advert that is alone, and in no network. */
  static final int NONE = 0;

  private int count = 1;
  private int[] sizes = {1};
  private float[] risks = {0};

  /**
   * Adds a group.
   *
   * @param size adverts in it
   * @param risk risk of its adverts together in [0, 1], 0 if no model assessed them
   * @return its number
   */
  int add(int size, double risk) {
    sizes = ArrayUtil.grow(sizes, count + 1);
    risks = ArrayUtil.grow(risks, count + 1);
    sizes[count] = size;
    risks[count] = (float) risk;
    count++;
    return count - 1;
  }

  /** Takes the risk of the network that a group stands in, if it is the higher one. */
  void raise(int group, double risk) {
    risks[group] = Math.max(risks[group], (float) risk);
  }

  /** Returns how many adverts a group has, at least 1. */
  int size(int group) {
    return Math.max(1, sizes[group]);
  }

  /** Returns the risk of a group's adverts together, or of its network's, whichever is higher. */
  double risk(int group) {
    return risks[group];
  }

  /** Returns whether adverts of a group stand together in a list. */
  public boolean isCluster(int group) {
    return sizes[group] > 1;
  }

  /** Returns how many numbers are taken, {@link #NONE} among them. */
  public int count() {
    return count;
  }

  /** Gives back what was reserved for more. */
  Groups trimmed() {
    sizes = Arrays.copyOf(sizes, count);
    risks = Arrays.copyOf(risks, count);
    return this;
  }
}
