package org.vigie.crawler.robots;

import crawlercommons.robots.SimpleRobotRules;
import java.net.URI;

/**
 * What one host allows.
 *
 * @param reached whether its robots.txt is known; if not, nothing is allowed
 * @param rules the parsed file
 * @param failure what to report while it isn't known, or empty
 */
public record RobotsRules(boolean reached, SimpleRobotRules rules, String failure) {
  /** Returns whether a page may be fetched. */
  public boolean allows(URI url) {
    return reached && rules.isAllowed(url.toString());
  }
}
