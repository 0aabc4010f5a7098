package org.vigie.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A job board: paged listings, and details with a schema.org {@code JobPosting} as JSON-LD. */
final class JobPages implements Site.AdvertPages {
  private static final int PER_PAGE = 25;
  private static final String CONTEXT = "https://schema.org";

  private final SiteFrame frame;
  private final Layout layout;

  JobPages(SiteFrame frame, Layout layout) {
    this.frame = frame;
    this.layout = layout;
  }

  @Override
  public Optional<ServedPage> findPage(RequestTarget target, String origin) {
    return switch (target.first()) {
      case "" -> Optional.of(home());
      case "jobs" -> target.segments().size() == 1 ? listing(target) : Optional.empty();
      case "job" -> detail(target);
      default -> Optional.empty();
    };
  }

  private ServedPage home() {
    String main =
        "<h1>"
            + Html.escape(frame.name())
            + "</h1>\n<p>"
            + Html.link("/jobs", "All vacancies")
            + "</p>\n";
    return frame.page(frame.language(), frame.name(), "", main);
  }

  private Optional<ServedPage> listing(RequestTarget target) {
    Pager pager = new Pager(layout.count(Host.JOBS), PER_PAGE);
    OptionalInt page = pager.page(target);
    if (page.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder main = new StringBuilder("<h1>Vacancies</h1>\n<ol>\n");
    for (int i = pager.newest(page.getAsInt()); i >= pager.oldest(page.getAsInt()); i--) {
      Posting posting = layout.posting(Host.JOBS, i + 1);
      main.append("<li>")
          .append(Html.link("/job/" + posting.number(), posting.content().title()))
          .append(' ')
          .append(Html.escape(posting.content().place()))
          .append("</li>\n");
    }
    main.append("</ol>\n").append(pager.links("/jobs", page.getAsInt(), frame));
    return Optional.of(frame.page(frame.language(), "Vacancies", "", main.toString()));
  }

  private Optional<ServedPage> detail(RequestTarget target) {
    OptionalInt number = target.number();
    if (number.isEmpty() || number.getAsInt() > layout.count(Host.JOBS)) {
      return Optional.empty();
    }
    Posting posting = layout.posting(Host.JOBS, number.getAsInt());
    Content content = posting.content();
    String head =
        "<script type=\"application/ld+json\">" + JsonText.write(shape(posting)) + "</script>\n";
    String main =
        "<h1>"
            + Html.escape(content.title())
            + "</h1>\n<p>"
            + Html.escape(content.place() + ", " + content.country())
            + "</p>\n<div class=\"description\">\n"
            + Html.paragraphs(content.paragraphs())
            + "</div>\n<p>"
            + Html.link("/jobs", "All vacancies")
            + "</p>\n";
    return Optional.of(frame.page(content.language(), content.title(), head, main));
  }

  /** The same posting plain, in an array or in a graph: all three are met on the web. */
  private Object shape(Posting posting) {
    Map<String, Object> job = new LinkedHashMap<>();
    switch (posting.number() % 3) {
      case 0 -> {
        job.putAll(jobPosting(posting));
        job.put("@context", CONTEXT);
        return List.of(job);
      }
      case 1 -> {
        job.put("@context", CONTEXT);
        job.putAll(jobPosting(posting));
        return job;
      }
      default -> {
        job.put("@context", CONTEXT);
        Map<String, Object> site = Map.of("@type", "WebSite");
        job.put("@graph", List.of(site, jobPosting(posting)));
        return job;
      }
    }
  }

  private static Map<String, Object> jobPosting(Posting posting) {
    Content content = posting.content();
    Map<String, Object> job = new LinkedHashMap<>();
    job.put("@type", "JobPosting");
    job.put("title", content.title());
    job.put("description", Html.paragraphs(content.paragraphs()).strip());
    job.put("datePosted", posting.postedAt().toString());
    job.put("validThrough", DeclaredAdvert.validThrough(posting));
    job.put("employmentType", DeclaredAdvert.employmentType(posting));
    if (!content.organization().isEmpty()) {
      job.put("hiringOrganization", typed("Organization", "name", content.organization()));
    }
    Map<String, Object> address = typed("PostalAddress", "addressLocality", content.place());
    address.put("addressCountry", content.country());
    job.put("jobLocation", typed("Place", "address", address));
    Map<String, Object> value = typed("QuantitativeValue", "value", content.price().amount());
    value.put("unitText", DeclaredAdvert.unit(content));
    Map<String, Object> salary = typed("MonetaryAmount", "currency", content.price().currency());
    salary.put("value", value);
    job.put("baseSalary", salary);
    return job;
  }

  private static Map<String, Object> typed(String type, String key, Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("@type", type);
    map.put(key, value);
    return map;
  }
}
