package peers;

import edu.uci.ics.crawler4j.crawler.CrawlConfig;
import edu.uci.ics.crawler4j.crawler.CrawlController;
import edu.uci.ics.crawler4j.crawler.Page;
import edu.uci.ics.crawler4j.crawler.WebCrawler;
import edu.uci.ics.crawler4j.fetcher.PageFetcher;
import edu.uci.ics.crawler4j.robotstxt.RobotstxtConfig;
import edu.uci.ics.crawler4j.robotstxt.RobotstxtServer;
import edu.uci.ics.crawler4j.url.WebURL;

/** crawler4j 4.4.0 as shipped: robots.txt obeyed, delay off, every link followed, nothing archived. */
public final class PlainCrawler4j extends WebCrawler {
  @Override
  public boolean shouldVisit(Page referringPage, WebURL url) {
    return true;
  }

  /**
   * Crawls.
   *
   * @param args seed, most pages, folder for the frontier, threads, whether the frontier is durable
   */
  public static void main(String[] args) throws Exception {
    CrawlConfig config = new CrawlConfig();
    config.setCrawlStorageFolder(args[2]);
    config.setMaxPagesToFetch(Integer.parseInt(args[1]));
    config.setPolitenessDelay(0);
    config.setResumableCrawling(Boolean.parseBoolean(args[4]));
    // It sleeps 10 s three times at its end; that costs no CPU, only patience.
    config.setThreadMonitoringDelaySeconds(1);
    config.setThreadShutdownDelaySeconds(1);
    config.setCleanupDelaySeconds(1);
    PageFetcher fetcher = new PageFetcher(config);
    RobotstxtServer robots = new RobotstxtServer(new RobotstxtConfig(), fetcher);
    CrawlController controller = new CrawlController(config, fetcher, robots);
    controller.addSeed(args[0]);
    controller.start(PlainCrawler4j.class, Integer.parseInt(args[3]));
  }
}
