package org.vigie.search.broken.left;

import org.vigie.search.broken.right.Right;

/** Half of a cycle of packages; the architecture test checks that it is noticed. */
public final class Left {
  private Left() {}

  public static String other() {
    return Right.class.getName();
  }
}
