package org.vigie.console.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.vigie.console.casework.Rulings;
import org.vigie.console.config.Settings;
import org.vigie.console.evaluation.ApprovedModels;
import org.vigie.console.rescore.Rescoring;
import org.vigie.console.surroundings.Surroundings;
import org.vigie.pipeline.RunConfig;
import org.vigie.pipeline.topic.TopicEnds;
import org.vigie.pipeline.workspace.Workspace;

/** All history read anew with the models in use, and put in the place of what was there. */
record Replay(
    Surroundings surroundings, Workspace workspace, Settings settings, Rescoring history) {
  void run(boolean quiet) throws IOException, InterruptedException {
    Path models = settings.run().models();
    history.prepare(models, null);
    RunConfig config = settings.run().with(history.models());
    new StreamStep(surroundings, quiet)
        .run(
            history.rescored(),
            config,
            StreamStep.watch(workspace, config),
            Rulings.storedIn(workspace.desk()),
            TopicEnds.none(),
            OptionalInt.empty(),
            "the same command starts afresh");
    history.complete();
    history.apply(models, () -> ApprovedModels.of(workspace, settings).require(models));
  }
}
