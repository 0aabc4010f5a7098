package org.vigie.cli.command.workspace;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.advert.Advert;
import org.vigie.advert.Mandate;
import org.vigie.advert.Provenance;
import org.vigie.capture.file.TableForm;
import org.vigie.capture.picture.PictureLimits;
import org.vigie.capture.picture.PictureReader;
import org.vigie.crawler.CrawlPlan;
import org.vigie.crawler.CrawlReport;
import org.vigie.crawler.frontier.Seed;
import org.vigie.pipeline.intake.AdvertPictures;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;
import org.vigie.world.surface.ReceivedFiles;
import org.vigie.world.surface.ScriptSite;
import org.vigie.world.surface.Surface;
import org.vigie.world.surface.SurfaceCampaign;

/**
 * The campaign of a demo that stands on a script-only site, in pictures and in files: how it is
 * taken in, and on which of these surfaces it was found.
 */
final class DemoSurfaces {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SurfaceCampaign campaign = SurfaceCampaign.load();
  private final Workspace workspace;

  /** Surface → why what stands there wasn't read. */
  private final Map<Surface, Set<String>> unread = new EnumMap<>(Surface.class);

  private long unrendered;

  DemoSurfaces(Workspace workspace) {
    this.workspace = workspace;
  }

  SurfaceCampaign campaign() {
    return campaign;
  }

  ScriptSite site() {
    return new ScriptSite(campaign);
  }

  /** Returns a crawl of the demo's sites in which the script-only one may be rendered. */
  static CrawlPlan plan(List<URI> pages, Mandate mandate) {
    return new CrawlPlan(
        pages.stream()
            .map(page ->
                new Seed(
                    page.toString(),
                    Seed.Reach.HOST,
                    mandate,
                    Seed.UNLIMITED,
                    "",
                    null,
                    false,
                    page.getHost().equals(ScriptSite.HOST)))
            .toList(),
        false);
  }

  /** Hands in the files, and reads the pictures among them. */
  void receive(Clock clock, Mandate mandate) throws IOException {
    Path folder = workspace.root().resolve("received");
    new ReceivedFiles(campaign).writeTo(folder);
    try (AdvertPictures pictures =
        new AdvertPictures(new PictureReader(PictureLimits.defaults(), List.of()), List.of("en"))) {
      new Inbox(workspace, clock, TableForm.guessed(), PluginSet.none(), pictures)
          .accept(folder, Map.of(), mandate);
      unread.put(Surface.PICTURE, pictures.counts().textUnread().keySet());
    }
  }

  /** Notes what came of the page that wants a browser. */
  void crawled(CrawlReport crawl) {
    Map<String, Long> outcomes = new TreeMap<>(crawl.rendering());
    outcomes.remove("rendered");
    unread.put(Surface.SCRIPT_VIEW, outcomes.keySet());
    unrendered = outcomes.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns how many pages are dead letters because this machine renders none. */
  long unrendered() {
    return unrendered;
  }

  /** Returns a line for each surface: how many of the campaign's adverts are found there. */
  List<String> lines(AdvertIndex index) throws IOException {
    Map<Surface, Integer> found = found(index);
    List<String> lines = new ArrayList<>();
    campaign
        .planted()
        .forEach((surface, planted) ->
            lines.add(
                "  %-34s %8s%s"
                    .formatted(
                        surface.words(),
                        found.getOrDefault(surface, 0) + " of " + planted,
                        why(surface))));
    return lines;
  }

  private String why(Surface surface) {
    Set<String> reasons = unread.getOrDefault(surface, Set.of());
    return reasons.isEmpty()
        ? ""
        : "  %s, needs %s".formatted(String.join(", ", reasons), surface.needs());
  }

  /** Returns how many adverts that name the campaign's number come from each surface. */
  private static Map<Surface, Integer> found(AdvertIndex index) throws IOException {
    SearchResult naming =
        index.search(
            new SearchRequest(
                SurfaceCampaign.CONTACT, 0, 100, SearchRequest.Order.NEWEST, 0, PATIENCE));
    Map<Surface, Integer> found = new EnumMap<>(Surface.class);
    for (SearchResult.Hit hit : naming.hits()) {
      for (Surface surface : Surface.values()) {
        found.merge(surface, isFrom(surface, hit.advert().advert()) ? 1 : 0, Integer::sum);
      }
    }
    return found;
  }

  private static boolean isFrom(Surface surface, Advert advert) {
    Provenance from = advert.provenance();
    if (!surface.isPage()) {
      return from != null && from.container().equals(surface.place());
    }
    return advert.site().equals(ScriptSite.HOST)
        && URI.create(advert.url()).getPath().equals(surface.place());
  }
}
