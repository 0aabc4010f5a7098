package org.vigie.search.broken.right;

import org.vigie.search.broken.left.Left;

/** Half of a cycle of packages; the architecture test checks that it is noticed. */
public final class Right {
  private Right() {}

  public static String other() {
    return Left.class.getName();
  }
}
