package org.vigie.web.pages.custody;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.PackageWishes;

/** Requests for exports as lists show them, with what is to be packed and why they were decided. */
public final class ExportRows {
  private final ExportRequests requests;
  private final PackageWishes wishes;
  private final Clock clock;

  public ExportRows(ExportRequests requests, PackageWishes wishes, Clock clock) {
    this.requests = requests;
    this.wishes = wishes;
    this.clock = clock;
  }

  List<ExportRow> of(List<ExportRequest> some) {
    return some.stream().map(this::of).toList();
  }

  /** Returns those for packages of a case, the newest first. */
  public List<ExportRow> ofCase(String caseId) {
    return wishes.ofCase(caseId).stream()
        .map(requests::find)
        .flatMap(Optional::stream)
        .map(this::of)
        .toList();
  }

  private ExportRow of(ExportRequest request) {
    return ExportRow.of(
        request, wishes.find(request.id()), requests.grounds(request.id()), clock.instant());
  }
}
