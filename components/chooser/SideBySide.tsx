import type { OptionResult, Result } from '../../src/domain/chooser/index.ts';
import { STATUS_SIGNS } from './LiveList.tsx';
import { reasonsOf, scoreText, signOf } from './reading.ts';
import { optionOf, stageOf, type View } from './view.ts';

/** All options against all criteria, for these answers. */
export function SideBySide({ view, result }: { view: View; result: Result }) {
  const { labels, model } = view;
  return (
    <section>
      <h3>{labels['table.title']}</h3>
      <p class="hint">{labels['table.intro']}</p>
      <div
        class="table-scroll"
        role="group"
        aria-label={labels['table.title']}
        tabIndex={0}
        data-hint={labels['table.scroll']}
      >
        <table class="data-table side-by-side">
          <thead>
            <tr>
              <th scope="col">{labels['table.option']}</th>
              <th scope="col">{labels['table.status']}</th>
              {model.criteria.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">{labels['table.score']}</th>
            </tr>
          </thead>
          {result.stages.map(({ stage, options }) => (
            <tbody key={stage}>
              {model.stages.length > 1 && (
                <tr>
                  <th class="group" colSpan={model.criteria.length + 3} scope="rowgroup">
                    {stageOf(view, stage).name}
                  </th>
                </tr>
              )}
              {options.map((option) => (
                <Row key={option.option} view={view} option={option} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

function Row({ view, option }: { view: View; option: OptionResult }) {
  const { labels, model } = view;
  const { name, page } = optionOf(view, option.option);
  const reasons = reasonsOf(view, option);
  return (
    <tr class={option.status}>
      <th scope="row">
        <a href={page}>{name}</a>
      </th>
      <td>
        <span aria-hidden="true">{STATUS_SIGNS[option.status]}</span> {labels[`status.${option.status}`]}
      </td>
      {model.criteria.map(({ id }) => (
        <td key={id}>
          {reasons
            .filter(({ criterionId }) => criterionId === id)
            .map(({ rule, weight, isSure }) => {
              const { sign, key } = signOf(weight);
              return (
                <span key={rule.id} class={weight > 0 ? 'for' : 'against'}>
                  <span aria-hidden="true">{isSure ? sign : `(${sign})`}</span>
                  <span class="sr-only">
                    {labels[key]}
                    {!isSure && ` (${labels['table.unsure']})`}.
                  </span>{' '}
                </span>
              );
            })}
        </td>
      ))}
      <td>{option.score ? scoreText(view, option.score) : labels['table.noScore']}</td>
    </tr>
  );
}
