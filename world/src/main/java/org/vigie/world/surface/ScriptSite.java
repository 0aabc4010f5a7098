package org.vigie.world.surface;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.world.JsonText;
import org.vigie.world.ServedPage;
import org.vigie.world.ServedSite;

/**
 * A site without a word in its markup. Its home page carries its offers as the data that its script
 * would show, as sites made with Next.js do; another page asks for its offer once its script runs.
 */
public final class ScriptSite implements ServedSite {
  /** Where it stands. */
  public static final String HOST = "app.example.org";

  static final String VIEW = "/new";

  private static final String ROBOTS = "User-agent: *\nAllow: /\n";

  private static final String HOME =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Seaside offers</title></head>
      <body><div id="__next"></div><a href="%s">New</a>
      <script id="__NEXT_DATA__" type="application/json">%s</script>
      <script src="/app.js"></script></body>
      </html>
      """;

  private static final String SHELL =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Seaside offers</title></head>
      <body><div id="app"></div><script src="/app.js"></script></body>
      </html>
      """;

  private static final String APP =
      """
      const app = document.getElementById('app');
      const made = (name, text) => {
        const element = document.createElement(name);
        element.textContent = text;
        return element;
      };
      if (app) {
        fetch('/offers.json').then(answer => answer.json()).then(offers => {
          for (const offer of offers) {
            const article = document.createElement('article');
            article.append(made('h1', offer.title));
            offer.description.split('\\n').forEach(part => article.append(made('p', part)));
            app.append(article);
          }
        });
      }
      """;

  private final SurfaceCampaign campaign;

  public ScriptSite(SurfaceCampaign campaign) {
    this.campaign = campaign;
  }

  @Override
  public String hostName() {
    return HOST;
  }

  @Override
  public Optional<ServedPage> findPage(String target) {
    return switch (target) {
      case "/" -> Optional.of(ServedPage.html(HOME.formatted(VIEW, state())));
      case VIEW -> Optional.of(ServedPage.html(SHELL));
      case "/app.js" -> Optional.of(ServedPage.script(APP));
      case "/offers.json" -> Optional.of(ServedPage.json(offers(Surface.SCRIPT_VIEW)));
      case "/robots.txt" -> Optional.of(ServedPage.text(ROBOTS));
      default -> Optional.empty();
    };
  }

  private String state() {
    return "{\"props\":{\"pageProps\":{\"offers\":%s}},\"page\":\"/\",\"buildId\":\"invented\"}"
        .formatted(offers(Surface.SCRIPT_DATA));
  }

  private String offers(Surface surface) {
    List<SurfaceAdvert> adverts = campaign.on(surface);
    return JsonText.write(
        adverts.stream().map(advert -> offer(1 + adverts.indexOf(advert), advert)).toList());
  }

  private static Map<String, String> offer(int id, SurfaceAdvert advert) {
    Map<String, String> offer = new LinkedHashMap<>();
    offer.put("id", String.valueOf(id));
    offer.put("title", advert.title());
    offer.put("description", advert.text());
    offer.put("createdAt", advert.postedAt().toString());
    offer.put("city", advert.place());
    return offer;
  }
}
