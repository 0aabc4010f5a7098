package org.vigie.crawler.loop;

import edu.uci.ics.crawler4j.fetcher.PageFetcher;
import edu.uci.ics.crawler4j.robotstxt.RobotstxtConfig;
import edu.uci.ics.crawler4j.robotstxt.RobotstxtServer;
import edu.uci.ics.crawler4j.url.WebURL;

/**
 * crawler4j's robots check, switched off: it takes every failure for permission.
 *
 * <p>{@link CaptureFetcher} asks {@link org.vigie.crawler.robots.RobotsCache} right before each
 * request instead, when the rules are as fresh as they need be.
 */
final class OpenRobots extends RobotstxtServer {
  OpenRobots(PageFetcher fetcher) {
    super(new RobotstxtConfig(), fetcher, LoopUrl::new);
  }

  @Override
  public boolean allows(WebURL url) {
    return true;
  }

  @Override
  public boolean allows(WebURL url, boolean isSeed) {
    return true;
  }
}
