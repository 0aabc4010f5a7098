package org.vigie.world;

import java.util.Optional;

/** A site that is served beside those of a world. */
public interface ServedSite {
  /** Returns its name, such as {@code app.example.org}. */
  String hostName();

  /**
   * Returns the page at a target, if the site has it.
   *
   * @param target path and query, such as {@code /new?page=2}
   */
  Optional<ServedPage> findPage(String target);
}
