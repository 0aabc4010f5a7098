package org.vigie.cli.command.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.render.Style;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.render.SearchView;
import org.vigie.cli.render.TakenForView;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.search.SearchListing;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;
import org.vigie.search.meaning.AcrossQuery;
import org.vigie.text.safe.SafeJson;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie search}. */
@Command(
    name = "search",
    description = "Find adverts by words, phrases and fields",
    footer = {
      "",
      "Query: words and \"phrases\", all of which must match; OR, NOT, parentheses, word*;",
      "  phone: email: handle: contact: channel: site: lang: country: place: name: indicator:",
      "  concept:id-document finds it in any language; ./vigie concepts list shows the names;",
      "  category: outcome: form: cluster: mandate: id: risk>0.7 after:2026-01-01 before:2026-02-01",
      "Examples:",
      "  ./vigie search 'passport fee'",
      "  ./vigie search 'phone:06.39.98.00.01 after:2026-01-01'",
      "  ./vigie search passport --across",
      "  ./vigie search 'risk>0.8 lang:ro' --json"
    })
public final class SearchCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      arity = "0..1",
      paramLabel = "QUERY",
      description = "What to find; everything if absent")
  private String query = "";

  @Option(names = "--limit", paramLabel = "N", description = "Most adverts to show")
  private @Nullable Integer limit;

  @Option(names = "--offset", paramLabel = "N", description = "Adverts to pass over")
  private int offset;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      description = "risk, relevance or newest. Default: relevance if there are words, else risk")
  private SearchRequest.@Nullable Order order;

  @Option(
      names = "--facets",
      paramLabel = "N",
      description = "Values to count per facet; 0 for none")
  private @Nullable Integer facets;

  @Option(names = "--fold", description = "Of the adverts of one cluster, show the first alone")
  private boolean fold;

  @Option(names = "--across", description = "Look for its words in other languages too")
  private boolean across;

  @Option(
      names = "--query-lang",
      paramLabel = "CODE",
      description = "The language of the words, for --across: fr. Default: any")
  private String queryLanguage = "";

  @Option(names = "--json", description = "Print the result as one JSON object, adverts in short")
  private boolean json;

  @Mixin private Reading reading = new Reading();

  public SearchCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.between("--offset", offset, 0, SearchRequest.MAX_DEPTH / 2);
    Require.between("--limit", limit, 0, SearchRequest.MAX_DEPTH / 2);
    Require.atLeast("--facets", facets, 0);
    String asked = asked();
    try (Reading.Opened opened =
        reading.open(environment, AuditEvent.of("search", "").typed("query", asked))) {
      SearchRequest request =
          new SearchRequest(
              asked,
              offset,
              limit == null ? opened.settings().search().limit() : limit,
              order == null ? naturalOrder() : order,
              facets == null ? opened.settings().search().facets() : facets,
              opened.settings().search().timeout());
      SearchResult result = opened.index().search(fold ? request.folded() : request);
      Set<String> withheld = opened.screen().withheld(SearchResult.movedSnippets(result.hits()));
      if (json) {
        opened.screen().show(List.of(SafeJson.of(SearchListing.of(result, withheld))));
      } else {
        List<String> lines = new ArrayList<>(TakenForView.lines(result.takenFor()));
        lines.addAll(
            new SearchView(new Style(environment.colours())).lines(result, offset, withheld));
        opened.screen().show(lines);
      }
    }
    return Exit.OK.code();
  }

  private String asked() {
    if (!queryLanguage.isEmpty() && !(across && queryLanguage.matches("[A-Za-z]{2,3}"))) {
      throw UserError.ofUsage(
          "--query-lang must be a code such as fr, beside --across, but is '%s'%s"
              .formatted(SafeText.line(queryLanguage), across ? "" : " without it"));
    }
    return across ? AcrossQuery.of(query, queryLanguage) : query;
  }

  /** Without a word to be relevant to, the most risky come first. */
  private SearchRequest.Order naturalOrder() {
    for (String token : query.strip().split("\\s++", -1)) {
      boolean field = token.contains(":") || token.contains("<") || token.contains(">");
      if (!token.isEmpty() && !field) {
        return SearchRequest.Order.RELEVANCE;
      }
    }
    return SearchRequest.Order.RISK;
  }
}
