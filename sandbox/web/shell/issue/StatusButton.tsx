import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import type { Status, Transition } from '../api/issues';
import { appearanceOf, StatusLozenge } from '../layout/StatusLozenge';

/** The present status, and the transitions that this person may make from it. */
export function StatusButton(props: {
  status: Status;
  transitions: readonly Transition[];
  onChoose: (transition: Transition) => void;
}) {
  const { status, transitions, onChoose } = props;
  return (
    <div className="status-button-row">
      <DropdownMenu<HTMLButtonElement>
        menuLabel="Transitions"
        trigger={({ triggerRef, isSelected: _isSelected, testId: _testId, ...trigger }) => (
          <button
            {...trigger}
            ref={triggerRef}
            type="button"
            className={`status-button status-${appearanceOf(status)}`}
          >
            {status.name}
            <ChevronDownIcon label="" size="small" color="currentColor" />
          </button>
        )}
      >
        <DropdownItemGroup>
          {transitions.map(transition => (
            <DropdownItem
              key={transition.id}
              elemAfter={<StatusLozenge status={transition.to} />}
              onClick={() => {
                onChoose(transition);
              }}
            >
              {transition.name}
            </DropdownItem>
          ))}
          {transitions.length === 0 && <DropdownItem isDisabled>You can't move this work item</DropdownItem>}
        </DropdownItemGroup>
      </DropdownMenu>
    </div>
  );
}
