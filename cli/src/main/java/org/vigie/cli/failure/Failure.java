package org.vigie.cli.failure;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.vigie.advert.ExpiredMandateException;
import org.vigie.capture.picture.PictureProcessException;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.intake.UnreadableInputException;
import org.vigie.pipeline.workspace.UnusableWorkspaceException;
import org.vigie.pipeline.workspace.WorkspaceInUseException;
import org.vigie.search.query.QuerySyntaxException;

/**
 * What a person is told about an exception.
 *
 * @param exit the way in which the command ends
 * @param line one line for standard error
 */
public record Failure(Exit exit, String line) {

  /** Returns what to tell about an exception, without advert text and without a stack trace. */
  public static Failure of(Throwable problem) {
    return switch (problem) {
      case UserError refusal -> new Failure(refusal.exit(), message(refusal));
      case ExpiredMandateException expired ->
          new Failure(
              Exit.MANDATE, message(expired) + "; type ./vigie init --replace to enter a new one");
      case WorkspaceInUseException inUse -> new Failure(Exit.IN_USE, message(inUse));
      case UnusableWorkspaceException unusable -> new Failure(Exit.INPUT, message(unusable));
      case UnreadableInputException unreadable -> new Failure(Exit.INPUT, message(unreadable));
      case QuerySyntaxException syntax -> new Failure(Exit.USAGE, "query: " + message(syntax));
      case PictureProcessException failed -> new Failure(Exit.INTERNAL, message(failed));
      case InterruptedException stopped ->
          new Failure(Exit.INTERRUPTED, "stopped; the same command takes up again");
      case NoSuchFileException missing ->
          new Failure(Exit.INPUT, message(missing) + " must exist, but doesn't");
      case AccessDeniedException denied ->
          new Failure(Exit.INPUT, message(denied) + " must be readable and writable, but isn't");
      case IOException io -> new Failure(Exit.INPUT, message(io));
      default ->
          new Failure(
              Exit.INTERNAL,
              "internal error: " + named(problem) + "; --debug shows where it happened");
    };
  }

  private static String named(Throwable problem) {
    return problem.getClass().getSimpleName() + ": " + message(problem);
  }

  private static String message(Throwable problem) {
    String message = problem.getMessage();
    return (message == null ? problem.getClass().getSimpleName() : message)
        .replaceAll("[\\p{Cntrl}\\s]++", " ")
        .strip();
  }
}
