package org.vigie.world;

import java.util.List;

/**
 * One page of a {@link DirectorySite}.
 *
 * @param path its address on the site
 * @param advert whether it is an advert
 * @param links what it links to, in order
 */
public record DirectoryPage(String path, boolean advert, List<Link> links) {
  public DirectoryPage {
    links = List.copyOf(links);
  }

  /**
   * A link.
   *
   * @param page number of the page it leads to
   * @param anchor what it is written with, or empty
   */
  public record Link(int page, String anchor) {}
}
