package org.vigie.world;

/** A synthetic web with planted campaigns and known truth. */
public final class World {
  public static World generate(WorldSpec spec) {
    throw new IllegalStateException("placeholder");
  }

  public Truth truth() {
    throw new IllegalStateException("placeholder");
  }
}
